import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const words = (text: string) => ({ by: 'words', words: text });
const it_ = { by: 'mention', many: false };

it.each([
  ['i ticked off the wrong one', { kind: 'undo' }],
  ['i ticked the gym by mistake', { kind: 'complete', completed: false, reference: words('gym') }],
  ['i accidentally deleted the milk', { kind: 'restore', reference: words('milk') }],
  ["i didn't mean to delete milk", { kind: 'restore', reference: words('milk') }],
  ["no it isn't", { kind: 'complete', completed: false, reference: it_ }],
  ['no not the bank, the dentist', { kind: 'correct', reference: words('dentist') }],
  ['no, the dentist, not the bank', { kind: 'correct', reference: words('dentist') }],
  [
    'actually friday is better for that',
    { kind: 'update', reference: it_, changes: { due_date: '2026-11-27' } },
  ],
])('%s', (said, request) => {
  expect(understand(said, english, now)).toMatchObject([request]);
});

it('asks before a deletion that is only likely', () => {
  for (const said of [
    'no more gym',
    'never mind the gym',
    'skip gym today',
    "i'm not going to the gym anymore",
  ]) {
    expect(understand(said, english, now)).toMatchObject([
      { kind: 'delete', doubtful: true, reference: { by: 'words' } },
    ]);
  }
});

it.each([
  "i don't want to delete the report",
  'never delete gym',
  'if i delete gym can i get it back',
  'meeting cancelled?',
  "the meeting isn't cancelled",
  'the report is needed',
  'please no more reminders',
])('deletes nothing for: %s', (said) => {
  expect(understand(said, english, now).map(({ kind }) => kind)).not.toContain('delete');
});
