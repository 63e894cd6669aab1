import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../../test/fake-account.ts';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { AuthCard, type AuthMode } from './auth-card.tsx';

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

beforeEach(() => router.refresh.mockReset());

function form(mode: AuthMode) {
  const api = withFakeApi();
  renderForAda(<AuthCard initialMode={mode} />);
  return {
    api,
    type: (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } }),
    submit: (name: string) => fireEvent.click(screen.getByRole('button', { name })),
  };
}

test('a new person signs up', async () => {
  const { api, type, submit } = form('sign-up');
  type('Name', ' Ada Lovelace ');
  type('Email', 'ada@example.com');
  type('Password', 'correct horse');
  submit('Create account');
  await waitFor(() => expect(router.refresh).toHaveBeenCalledOnce());
  expect(api.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/api/auth/sign-up/email']);
  expect(await api.requests[0]?.json()).toEqual({
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    password: 'correct horse',
  });
});

test('what is missing is said at its field, the first of which gets the focus', () => {
  const { api, type, submit } = form('sign-up');
  type('Email', 'ada');
  type('Password', 'short');
  submit('Create account');
  const field = (label: string) => {
    const input = screen.getByLabelText(label);
    return [
      input.getAttribute('aria-invalid'),
      document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
    ];
  };
  expect(field('Name')).toEqual(['true', 'Please tell us your name.']);
  expect(field('Email')).toEqual(['true', 'Please type an email address such as ada@example.com.']);
  expect(field('Password')).toEqual(['true', 'A password needs at least 8 characters.']);
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(api.requests).toHaveLength(0);
});

test('a wrong password is a plain sentence', async () => {
  const { type, submit } = form('sign-in');
  type('Email', 'ada@example.com');
  type('Password', 'wrong-password');
  submit('Sign in');
  expect(await screen.findByText('This email and password do not belong together.')).toBeTruthy();
  expect(router.refresh).not.toHaveBeenCalled();
});

test.each([
  [403, 'foreign-origin', /^This page is open under an address from which the service takes nothing/],
  [429, 'too-many-requests', /^That was too often. Please try again in 30 seconds.$/],
  [403, 'another', /^That did not work. The service answered:\n.It is another\..$/],
])('what else may keep somebody out is not told as a wrong password: %d %s', async (status, kind, said) => {
  const { api, type, submit } = form('sign-in');
  type('Email', 'ada@example.com');
  type('Password', 'correct horse');
  api.answerOnce(refusal(status, kind, {}, { 'retry-after': '30' }));
  submit('Sign in');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(said));
  expect(screen.queryByText(/do not belong together/)).toBeNull();
});

test('an address that is taken leads to signing in, with what was typed', async () => {
  const { api, type, submit } = form('sign-up');
  type('Name', 'Ada');
  type('Email', 'ada@example.com');
  type('Password', 'correct horse');
  api.answerOnce(new Response('{"detail":"User already exists."}', { status: 422 }));
  submit('Create account');
  await screen.findByText(/There is already an account with this email/);
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.queryByLabelText('Name')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe('ada@example.com');
});

test('an api that is away is said to be, and nothing typed is lost', async () => {
  const { api, type, submit } = form('sign-in');
  type('Email', 'ada@example.com');
  type('Password', 'correct horse');
  api.answerOnce(new Response('{}', { status: 503 }));
  submit('Sign in');
  await screen.findByText(/The todo service is away at the moment/);
  expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('correct horse');
});

test('a password is shown to who wants to see it, and managers are told which it is', () => {
  form('sign-in');
  const field = screen.getByLabelText('Password');
  expect([field.getAttribute('type'), field.getAttribute('autocomplete')]).toEqual([
    'password',
    'current-password',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
  expect(field.getAttribute('type')).toBe('text');
});
