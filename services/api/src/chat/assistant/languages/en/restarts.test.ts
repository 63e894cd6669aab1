import { expect, it } from 'vitest';
import { withoutRestarts } from './restarts.ts';

it.each([
  [
    'add a task to no wait hang on okay yes add a task to sharpen the knives',
    'add a task to sharpen the knives',
  ],
  ['remind me to on sunday remind me to ring nan', 'remind me to ring nan on sunday'],
  ['one and four are done one and four', 'one and four are done'],
  ['add milk, no wait, add bread', 'add milk, no wait, add bread'],
  ['remind me to call bob and remind me to call ann', 'remind me to call bob and remind me to call ann'],
])('%s', (said, meant) => {
  expect(withoutRestarts(said)).toBe(meant);
});
