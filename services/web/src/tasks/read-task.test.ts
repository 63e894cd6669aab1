import { beforeAll, expect, test, vi } from 'vitest';
import { readTask } from './read-task.ts';

beforeAll(() => {
  process.env.TZ = 'Europe/Berlin';
});

// Saturday, 1 pm in Berlin.
const now = new Date('2026-11-21T12:00:00Z');

test.each([
  ['Buy milk', { title: 'Buy milk' }],
  ['Buy milk tomorrow', { title: 'Buy milk', due_date: '2026-11-22' }],
  ['Buy milk tomorrow at 6pm', { title: 'Buy milk', due_at: '2026-11-22T17:00:00.000Z' }],
  ['Pay rent by friday #home', { title: 'Pay rent', due_date: '2026-11-27', tags: ['home'] }],
  ['tomorrow call Ada', { title: 'call Ada', due_date: '2026-11-22' }],
  [
    'Prepare monday meeting by 25 dec !high',
    { title: 'Prepare monday meeting', due_date: '2026-12-25', priority: 'high' },
  ],
  ['Sweep the floor !low', { title: 'Sweep the floor', priority: 'low' }],
  ['Water plants every monday', { title: 'Water plants', recurrence: 'FREQ=WEEKLY;BYDAY=MO' }],
  [
    'Standup every weekday at 9:30am',
    { title: 'Standup', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', due_at: '2026-11-23T08:30:00.000Z' },
  ],
  ['Gym every mon and thu', { title: 'Gym', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH' }],
  ['Bins every other week', { title: 'Bins', recurrence: 'FREQ=WEEKLY;INTERVAL=2' }],
  ['Pay rent monthly', { title: 'Pay rent', recurrence: 'FREQ=MONTHLY' }],
  ['Pills daily at 8am', { title: 'Pills', recurrence: 'FREQ=DAILY', due_at: '2026-11-22T07:00:00.000Z' }],
  ['Dinner this evening', { title: 'Dinner', due_at: '2026-11-21T19:00:00.000Z' }],
])('%s', (line, expected) => {
  const { taken, ...understood } = readTask(line, now);
  expect(understood).toEqual(expected);
  expect(taken.length).toBe(Object.keys(expected).length - 1);
});

test.each(['Buy sun cream', 'Ask Mark about March', 'Read 10 pages', 'Fix #12', 'Watch 1984', 'Wow!'])(
  'nothing is read into “%s”',
  (line) => expect(readTask(line, now)).toEqual({ title: line, taken: [] }),
);

test.each([
  ['کل دودھ لانا', { title: 'دودھ لانا', due_date: '2026-11-22' }],
  ['دودھ لانا کل شام 5 بجے', { title: 'دودھ لانا', due_at: '2026-11-22T16:00:00.000Z' }],
  ['جمعہ کو کرایہ دینا #گھر', { title: 'کرایہ دینا', due_date: '2026-11-27', tags: ['گھر'] }],
  ['کرایہ ۲۵ دسمبر تک', { title: 'کرایہ', due_date: '2026-12-25' }],
  ['پودوں کو پانی ہر پیر', { title: 'پودوں کو پانی', recurrence: 'FREQ=WEEKLY;BYDAY=MO' }],
  ['دوا روزانہ', { title: 'دوا', recurrence: 'FREQ=DAILY' }],
])('%s', (line, expected) => {
  const { taken: _, ...understood } = readTask(line, now);
  expect(understood).toEqual(expected);
});

test('words that the person keeps stay in the title', () => {
  const line = 'Watch Friday #film';
  expect(readTask(line, now).due_date).toBe('2026-11-27');
  expect(readTask(line, now, ['Friday'])).toEqual({
    title: 'Watch Friday',
    tags: ['film'],
    taken: [{ kind: 'tag', text: '#film' }],
  });
});

test('a date alone is a title', () => {
  expect(readTask('Tomorrow', now)).toEqual({ title: 'Tomorrow', taken: [] });
});

test('days and times are those of the zone that the person has chosen', () => {
  vi.stubGlobal('localStorage', { getItem: () => 'Asia/Karachi' });
  // It is Sunday there already.
  const evening = new Date('2026-11-21T20:00:00Z');
  expect(readTask('Buy milk today', evening)).toMatchObject({ due_date: '2026-11-22' });
  expect(readTask('Call Ada tomorrow at 5pm', evening)).toMatchObject({ due_at: '2026-11-23T12:00:00.000Z' });
  expect(readTask('Call Ada in 2 hours', evening)).toMatchObject({ due_at: '2026-11-21T22:00:00.000Z' });
  expect(readTask('Standup every sunday at 9am', evening)).toMatchObject({
    due_at: '2026-11-22T04:00:00.000Z',
  });
  vi.unstubAllGlobals();
});

test('a time after the clocks are changed is the one that they show then', () => {
  expect(readTask('Barbecue on 1 july at 5pm', now)).toMatchObject({ due_at: '2027-07-01T15:00:00.000Z' });
});
