import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const meant = (message: string) => understand(message, english, now);

it.each([
  ['reschedule the report', { by: 'words', words: 'report' }],
  ['move task 3', { by: 'number', numbers: [3] }],
  ['change the due date of milk', { by: 'words', words: 'milk' }],
  ["change the report's deadline", { by: 'words', words: 'report' }],
  ['set a new date for it', { by: 'mention' }],
])('asks for the day after: %s', (said, reference) => {
  expect(meant(said)).toMatchObject([{ kind: 'due-unnamed', reference }]);
});

it.each([
  'reschedule the report to friday',
  'postpone the report by two days',
  'set the due date of milk to friday',
  'reschedule everything',
  'move boxes',
  'change the title of milk',
])('does not ask after: %s', (said) => {
  expect(meant(said).map(({ kind }) => kind)).not.toContain('due-unnamed');
});

it('keeps the words as a title, where there is no such task', () => {
  expect(meant('move the piano')).toMatchObject([
    { kind: 'due-unnamed', orElse: { kind: 'add', drafts: [{ title: 'Move the piano' }] } },
  ]);
});
