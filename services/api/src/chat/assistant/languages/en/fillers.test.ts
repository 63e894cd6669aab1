import { expect, it } from 'vitest';
import { withoutFillers } from './fillers.ts';

it.each([
  ['call mom at like ten', 'call mom at ten'],
  ['i am like so behind', 'i am so behind'],
  ['so you know put number three on low', 'so put number three on low'],
  ['no rush on that so you know put three on low', 'no rush on that so put three on low'],
  ['do you know what i have to do', 'do you know what i have to do'],
  ['would ya ever throw it on the list', 'would ya throw it on the list'],
  ['add one more lah, clean the fish tank', 'add one more, clean the fish tank'],
  ['text my love, then sleep', 'text my love, then sleep'],
  ['set it to three pm tomorrow yeah three pm', 'set it to three pm tomorrow'],
  ['make it medium priority yeah medium', 'make it medium priority'],
  ['buy cards or something', 'buy cards'],
])('%s', (said, meant) => {
  expect(withoutFillers(said)).toBe(meant);
});
