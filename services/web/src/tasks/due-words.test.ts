import { expect, test } from 'vitest';
import { dueWords } from './due-words.ts';

// Saturday, 1 pm in Berlin; still Saturday in New York, Sunday in Auckland.
const now = new Date('2026-11-21T12:00:00Z');
const berlin = { now, timeZone: 'Europe/Berlin', locale: 'en' };
const onDay = (due_date: string, context = berlin) => dueWords({ due_date, due_at: null }, context);
const at = (due_at: string, context = berlin) => dueWords({ due_date: null, due_at }, context);

test.each([
  ['2026-11-19', 'Nov 19', 'overdue'],
  ['2026-11-20', 'yesterday', 'overdue'],
  ['2026-11-21', 'today', 'soon'],
  ['2026-11-22', 'tomorrow', 'soon'],
  ['2026-11-27', 'Friday', 'later'],
  ['2026-11-28', 'Nov 28', 'later'],
  ['2027-01-05', 'Jan 5, 2027', 'later'],
])('the day %s is %s', (day, words, tone) => {
  expect(onDay(day)).toEqual({ words, tone });
});

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'])(
  'a day does not shift in %s',
  (timeZone) => {
    expect(onDay('2026-12-24', { ...berlin, timeZone })?.words).toBe('Dec 24');
  },
);

test.each([
  ['2026-11-21T17:00:00Z', 'today 6 pm', 'soon'],
  ['2026-11-21T11:59:00Z', 'today 12:59 pm', 'overdue'],
  ['2026-11-22T08:30:00Z', 'tomorrow 9:30 am', 'soon'],
  ['2026-11-27T17:00:00Z', 'Fri 6 pm', 'later'],
  ['2026-12-24T17:00:00Z', 'Dec 24 6 pm', 'later'],
])('the moment %s is %s', (moment, words, tone) => {
  expect(at(moment)).toEqual({ words, tone });
});

test('a moment is told in the zone of the person', () => {
  const moment = '2026-11-22T02:30:00Z';
  expect(at(moment, { ...berlin, timeZone: 'America/New_York' })?.words).toBe('today 9:30 pm');
  expect(at(moment, { ...berlin, timeZone: 'Pacific/Auckland' })?.words).toBe('today 3:30 pm');
  expect(at(moment)?.words).toBe('tomorrow 3:30 am');
});

test('hours are told as the language has them', () => {
  expect(at('2026-11-27T17:00:00Z', { ...berlin, locale: 'de' })?.words).toBe('Fr 18:00');
  expect(at('2026-11-27T17:00:00Z', { ...berlin, locale: 'en-GB' })?.words).toBe('Fri 18:00');
  expect(at('2026-11-22T17:30:00Z', { ...berlin, locale: 'ur' })?.words).toBe('آئندہ کل 6:30 شام');
  expect(onDay('2026-12-24', { ...berlin, locale: 'ur' })?.words).toBe('24 دسمبر');
});

test('nothing is said where nothing is due, or nobody can tell when', () => {
  expect(dueWords({ due_date: null, due_at: null }, berlin)).toBeUndefined();
  expect(at('soon')).toBeUndefined();
});
