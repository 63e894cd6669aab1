import { expect, it } from 'vitest';
import { withMarksWritten } from './dictation.ts';

it.each([
  ['add call the vet period add buy cat food period', 'add call the vet. add buy cat food.'],
  ['the vet one question mark when is it', 'the vet one? when is it'],
  ["add a task quote pick up Anna's parcel unquote", "add a task pick up Anna's parcel"],
  ['new task email Ann new task water plants', 'new task email Ann. new task water plants'],
])('writes the marks of: %s', (said, written) => {
  expect(withMarksWritten(said)).toBe(written);
});

it('leaves a period of time alone', () => {
  expect(withMarksWritten('plan the trial period with Ann')).toBe('plan the trial period with Ann');
});
