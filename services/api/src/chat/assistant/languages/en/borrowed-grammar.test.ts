import { expect, it } from 'vitest';
import { withEnglishGrammar } from './borrowed-grammar.ts';

it.each([
  ['meeting in monday at 10 hour', "meeting on monday at 10 o'clock"],
  ['i want add milk', 'please add milk'],
  ['please you add for me milk', 'please add milk'],
  ['can you to delete task 2', 'please delete task 2'],
  ['can you set reminders?', 'can you set reminders?'],
  ['i want for to buy milk', 'i want to buy milk'],
  ['i want to see my tasks', 'i want to see my tasks'],
  ['lunch in the monday cafe', 'lunch on monday cafe'],
])('%s', (said, expected) => {
  expect(withEnglishGrammar(said)).toBe(expected);
});
