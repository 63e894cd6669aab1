import { expect, test } from 'vitest';
import { createPauses } from './pauses.ts';

test('the longest wait reaches from the first try to the finished answer', () => {
  let now = 0;
  const pauses = createPauses(() => now);
  const [ada, grace] = [pauses.clock('ada'), pauses.clock('grace')];
  ada.want();
  now = 40;
  ada.want(); // the first try failed
  now = 100;
  ada.finish();
  now = 5000; // nobody wants anything
  grace.want();
  now = 5030;
  grace.finish();
  expect(pauses.longest()).toEqual({ milliseconds: 100, client: 'ada' });
});

test('a wait that has not ended counts as well', () => {
  let now = 0;
  const pauses = createPauses(() => now);
  pauses.clock('ada').want();
  now = 700;
  expect(pauses.longest()).toEqual({ milliseconds: 700, client: 'ada' });
});
