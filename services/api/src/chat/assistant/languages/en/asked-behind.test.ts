import { expect, it } from 'vitest';
import { askedInFront } from './asked-behind.ts';

it.each([
  ['standup at nine, add it to my list', 'add standup at nine'],
  ['milk and eggs, put them both on my list', 'add to my list: milk and eggs'],
  ['dinner with Joan tomorrow, remind me', 'add dinner with Joan tomorrow'],
  ['i need stamps, note that down please', 'i need stamps'],
  ['repaint the fence, medium priority, add', 'add repaint the fence, medium priority'],
  ['the recital is on friday, can you put that in', 'the recital is on friday'],
  ['can you add it', 'can you add it'],
  ["don't add that to my list", "don't add that to my list"],
  ['write down what to add', 'write down what to add'],
])('%s', (said, meant) => {
  expect(askedInFront(said)).toBe(meant);
});
