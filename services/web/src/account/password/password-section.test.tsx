import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-account.ts';
import { renderAccount } from '../../../test/render-account.tsx';
import { withFakeApi } from '../../../test/render-app.tsx';
import PasswordSection from './password-section.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

function form() {
  const api = withFakeApi();
  renderAccount(<PasswordSection />);
  return {
    api,
    fill: (current: string, next: string) => {
      fireEvent.change(screen.getByLabelText('Current password'), { target: { value: current } });
      fireEvent.change(screen.getByLabelText('New password'), { target: { value: next } });
    },
    submit: () => fireEvent.click(screen.getByRole('button', { name: 'Change the password' })),
  };
}

test('the password is changed, and nothing of it stays in the form', async () => {
  const { api, fill, submit } = form();
  fill('correct horse', 'a new password');
  fireEvent.click(screen.getByRole('checkbox'));
  submit();
  await screen.findByText(/changed.*access tokens are worth nothing/);
  expect(await api.requests[0]?.json()).toEqual({
    current_password: 'correct horse',
    new_password: 'a new password',
    revoke_access_tokens: true,
  });
  expect(screen.getByLabelText<HTMLInputElement>('Current password').value).toBe('');
  expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('');
});

test('a wrong password is said at its field, which gets the focus', async () => {
  const { fill, submit } = form();
  fill('guess', 'a new password');
  submit();
  await screen.findByText('This is not your password.');
  const field = screen.getByLabelText('Current password');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('what is missing is said before anything is sent', () => {
  const { api, fill, submit } = form();
  fill('', 'short');
  submit();
  expect(screen.getByText('Please type your password.')).toBeTruthy();
  expect(screen.getByText('A password needs at least 8 characters.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Current password'));
  expect(api.requests).toHaveLength(0);
});

test('who guesses too often is told how long to wait', async () => {
  const { api, fill, submit } = form();
  fill('guess', 'a new password');
  api.answerOnce(refusal(429, 'too-many-requests', {}, { 'retry-after': '61' }));
  submit();
  expect((await screen.findByText(/too often/)).textContent).toContain('2 minutes');
});
