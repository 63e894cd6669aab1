import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-account.ts';
import { renderAccount } from '../../../test/render-account.tsx';
import { withFakeApi } from '../../../test/render-app.tsx';
import { deviceZone, timeZone } from '../../api-client/time-zone.ts';
import ProfileSection from './profile-section.tsx';

const router = vi.hoisted(() => ({ refresh: vi.fn(), push: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));
beforeEach(() => router.refresh.mockReset());

const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('name, language and zone are saved together, and this device follows at once', async () => {
  const api = withFakeApi();
  renderAccount(<ProfileSection />);
  fireEvent.change(await screen.findByLabelText('Name'), { target: { value: ' Ada King ' } });
  choose('Language', 'ur');
  await screen.findByRole('option', { name: /^Karachi/ });
  choose('Time zone', 'Asia/Karachi');
  save();
  await screen.findByText('Saved.');
  expect(await api.requests.at(-1)?.json()).toEqual({
    name: 'Ada King',
    language: 'ur',
    time_zone: 'Asia/Karachi',
  });
  expect(timeZone()).toBe('Asia/Karachi');
  expect(document.cookie).toContain('language=ur');
  expect(router.refresh).toHaveBeenCalledOnce();
  // From now on every request means that zone.
  choose('Time zone', '');
  choose('Language', '');
  save();
  await waitFor(() => expect(api.requests.at(-1)?.headers.get('time-zone')).toBe('Asia/Karachi'));
  expect(await api.requests.at(-1)?.json()).toMatchObject({ language: null, time_zone: null });
  await waitFor(() => expect(timeZone()).toBe(deviceZone()));
  expect(document.cookie).not.toContain('language=');
});

test('a profile needs a name', async () => {
  const api = withFakeApi();
  renderAccount(<ProfileSection />);
  fireEvent.change(await screen.findByLabelText('Name'), { target: { value: '  ' } });
  save();
  expect(screen.getByText('Please tell us your name.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(api.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(0);
});

test('what could not be loaded is asked for again by a button', async () => {
  const api = withFakeApi();
  api.answerOnce(refusal(503, 'database-away'));
  renderAccount(<ProfileSection />);
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toMatch(/could not be loaded.*service is away/),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Ada Lovelace');
});

test('a refusal leaves what was typed', async () => {
  const api = withFakeApi();
  renderAccount(<ProfileSection />);
  fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Ada King' } });
  api.answerOnce(refusal(429, 'too-many-requests'));
  save();
  expect(await screen.findByText(/That was too often/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada King');
});

test('the look is chosen here, too', async () => {
  withFakeApi();
  renderAccount(<ProfileSection />);
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
});
