import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { LanguageButton } from './language-button.tsx';

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

test('the chosen language is shown, kept on this device and told to the account', async () => {
  const api = withFakeApi();
  renderForAda(<LanguageButton />);
  fireEvent.click(screen.getByRole('button', { name: 'Language' }));
  expect((await screen.findByRole('menuitemradio', { name: 'English' })).ariaChecked).toBe('true');
  const urdu = screen.getByRole('menuitemradio', { name: 'اردو' });
  // Read out in its own language.
  expect(urdu.querySelector('[lang=ur]')).toBeTruthy();
  fireEvent.click(urdu);
  expect(router.refresh).toHaveBeenCalledOnce();
  expect(document.cookie).toContain('language=ur');
  await waitFor(() => expect(api.requests).toHaveLength(1));
  expect(api.requests[0]?.url).toMatch(/\/api\/ada-1\/profile$/);
  expect(await api.requests[0]?.json()).toEqual({ language: 'ur' });
});
