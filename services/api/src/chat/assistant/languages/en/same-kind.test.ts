import { expect, it } from 'vitest';
import { withLaterWord } from './same-kind.ts';

it.each([
  ['add buy 2 no 3 tickets for the match', 'add buy 3 tickets for the match'],
  ['dentist at 4, sorry 5, on friday', 'dentist at 5 on friday'],
  ['remind me on thursday, or better friday, to pay the maid', 'remind me on friday to pay the maid'],
  ['tag it work, no, personal', 'tag it personal'],
])('%s', (said, meant) => {
  expect(withLaterWord(said)).toBe(meant);
});

it('leaves two days alone that are both meant', () => {
  expect(withLaterWord('gym on monday and friday')).toBe('gym on monday and friday');
  expect(withLaterWord("can't call mom tomorrow, make it saturday")).toBe(
    "can't call mom tomorrow, make it saturday",
  );
});
