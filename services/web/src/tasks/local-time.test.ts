import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayFromNow, dueOf, localDue } from './local-time.ts';

beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
  vi.stubGlobal('localStorage', { getItem: () => 'Asia/Karachi' });
  vi.useFakeTimers({ now: new Date('2026-11-21T20:00:00Z') });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a form shows and takes the clock of the zone that the person has chosen', () => {
  const task = { due_date: null, due_at: '2026-11-22T12:00:00.000Z' };
  expect(localDue(task)).toEqual({ day: '2026-11-22', time: '17:00' });
  expect(dueOf(localDue(task))).toEqual(task);
  expect(dayFromNow(0)).toBe('2026-11-22');
});

test('a day without a time is a day, a time without a day is none', () => {
  expect(dueOf({ day: '2026-12-01', time: '' })).toEqual({ due_date: '2026-12-01', due_at: null });
  expect(dueOf({ day: '', time: '12:00' })).toEqual({ due_date: null, due_at: null });
  expect(localDue({ due_date: null, due_at: 'never' })).toEqual({ day: '', time: '' });
});
