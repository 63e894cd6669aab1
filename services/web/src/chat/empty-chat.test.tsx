import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { rememberZone } from '../api-client/time-zone.ts';
import { EmptyChat } from './empty-chat.tsx';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-20T11:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As much of it as tells a day. */
const Temporal = {
  Now: { timeZoneId: () => 'UTC' },
  Instant: {
    from: (moment: string) => ({
      toZonedDateTimeISO: (timeZone: string) => ({
        toString: () => `${new Date(moment).toLocaleDateString('sv', { timeZone })}T00:00:00[${timeZone}]`,
      }),
    }),
  },
};

test.each([{ Temporal }, { Temporal: undefined }])(
  'today is the day in the zone of the account, not of the device: %o',
  async (has) => {
    vi.stubGlobal('Temporal', has.Temporal);
    const api = withFakeApi();
    api.store.add({ title: 'Buy milk', due_date: '2026-11-21' });
    rememberZone('Pacific/Kiritimati');
    const { unmount } = renderForAda(<EmptyChat onPrompt={vi.fn()} />);
    await screen.findByRole('button', { name: 'What’s due today?' });
    unmount();
    rememberZone('Pacific/Pago_Pago');
    renderForAda(<EmptyChat onPrompt={vi.fn()} />);
    await screen.findByRole('button', { name: 'Mark “Buy milk” as complete' });
    expect(screen.queryByRole('button', { name: 'What’s due today?' })).toBeNull();
  },
);
