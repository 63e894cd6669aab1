import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const noon = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const meant = (message: string) => understand(message, english, noon);

it.each([
  "can you delete the gloves one? no wait, don't",
  'delete math lol jk',
  'remove the gym, actually never mind',
  'complete 2... no, leave it',
])('takes back: %s', (said) => {
  expect(meant(said)).toEqual([{ kind: 'no' }]);
});

it('does what was done, and not what was not', () => {
  expect(meant('I paid the electricity but not the gas')).toMatchObject([
    { kind: 'complete', completed: true, reference: { words: 'paid the electricity' } },
  ]);
  expect(meant('hold off on the report for now')).toMatchObject([{ kind: 'wonder' }]);
  expect(meant('remind me the day before the exam to pack my bag')).toMatchObject([
    { kind: 'add', drafts: [{ title: 'Pack my bag', description: 'the day before the exam' }] },
  ]);
});

it('does only the second of two', () => {
  expect(meant('delete the gym, actually no just move it to saturday')).toMatchObject([
    { kind: 'update', reference: { by: 'words', words: 'gym' }, changes: { due_date: '2026-11-28' } },
  ]);
});

it('puts a day that goes before a new task on that task', () => {
  expect(meant('tomorrow, remind me to call bob')).toMatchObject([
    { kind: 'add', drafts: [{ title: 'Call bob', due_date: '2026-11-26' }] },
  ]);
  expect(meant('on friday, add gym')).toMatchObject([
    { kind: 'add', drafts: [{ title: 'Gym', due_date: '2026-11-27' }] },
  ]);
});

it('knows a day alone, several days, and what is not then', () => {
  expect(meant('tomorrow')).toMatchObject([{ kind: 'update', afterwards: true, orElse: { kind: 'list' } }]);
  expect(meant('put gym on mon wed and fri')).toMatchObject([
    { kind: 'update', changes: { recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR' } },
  ]);
  expect(meant("the meeting is not at 3, it's at 4")).toMatchObject([
    { kind: 'update', reference: { by: 'words', words: 'meeting' } },
  ]);
  expect(meant('high: 1, 3')).toMatchObject([{ kind: 'update', changes: { priority: 'high' } }]);
});
