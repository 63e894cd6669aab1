import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-account.ts';
import { renderAccount } from '../../../test/render-account.tsx';
import { withFakeApi } from '../../../test/render-app.tsx';
import { keepEmail } from '../typed-email.ts';
import { ForgotForm } from './forgot-form.tsx';
import { ResetForm } from './reset-form.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a link is asked for with the email that was typed before, and the answer gives nobody away', async () => {
  keepEmail('ada@example.com');
  const api = withFakeApi();
  renderAccount(<ForgotForm />);
  expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe('ada@example.com');
  press('Send the link');
  const heading = await screen.findByRole('heading', { name: 'Look into your mail' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.getByText(/If .ada@example.com. has an account/)).toBeTruthy();
  expect(await api.requests[0]?.json()).toEqual({ email: 'ada@example.com' });
  press('Try another address');
  expect(screen.getByLabelText('Email')).toBeTruthy();
});

test.each([
  [refusal(409, 'mail-not-set-up'), /sends no mail.*Ask whoever runs it/],
  [refusal(429, 'too-many-requests', {}, { 'retry-after': '540' }), /again in 9 minutes/],
  [refusal(429, 'too-many-requests', {}, { 'retry-after': '20' }), /again in 20 seconds/],
  [refusal(503, 'database-away'), /service is away/],
])('what is in the way is said: %#', async (answer, words) => {
  const api = withFakeApi();
  renderAccount(<ForgotForm />);
  type('Email', 'ada@example.com');
  api.answerOnce(answer);
  press('Send the link');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
});

test('what is no email is told at the field, and not sent', () => {
  keepEmail('');
  const api = withFakeApi();
  renderAccount(<ForgotForm />);
  type('Email', 'ada');
  press('Send the link');
  expect(screen.getByText(/such as ada@example.com/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Email'));
  expect(api.requests).toHaveLength(0);
});

test('the token leaves the address bar at once and goes to the api with the new password', async () => {
  window.history.replaceState(null, '', '/reset-password#token=good');
  const api = withFakeApi();
  renderAccount(<ResetForm />);
  expect(window.location.href).not.toContain('good');
  expect(window.location.hash).toBe('');
  type('New password', 'short');
  press('Save the new password');
  expect(screen.getByText('A password needs at least 8 characters.')).toBeTruthy();
  type('New password', 'a new password');
  press('Save the new password');
  await screen.findByRole('heading', { name: 'Your new password counts' });
  expect(await api.requests[0]?.json()).toEqual({ token: 'good', newPassword: 'a new password' });
});

test('a link that is used up leads to a new one', async () => {
  window.history.replaceState(null, '', '/reset-password#token=old');
  withFakeApi();
  renderAccount(<ResetForm />);
  type('New password', 'a new password');
  press('Save the new password');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/used already, or is too old/));
  expect(screen.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href')).toBe(
    '/forgot-password',
  );
});

test('without a token there is no form; the link of a mail opened in the same tab brings it', async () => {
  withFakeApi();
  renderAccount(<ResetForm />);
  await screen.findByRole('heading', { name: 'This link is not complete' });
  window.history.replaceState(null, '', '/reset-password#token=good');
  fireEvent(window, new HashChangeEvent('hashchange'));
  await screen.findByLabelText('New password');
  expect(window.location.hash).toBe('');
});
