import { expect, it } from 'vitest';
import { isOwned, nothingToDo } from './not-to-do.ts';

it('knows talk from something to do', () => {
  for (const said of ['say this is lovely', 'go now', 'have called mom', 'think about it']) {
    expect(nothingToDo(said), said).toBe(true);
  }
  for (const said of [
    'go to the bank',
    'have the car washed',
    'leave the keys with Ann',
    'think of a name',
  ]) {
    expect(nothingToDo(said), said).toBe(false);
  }
});

it('knows what somebody has from what they have to do', () => {
  expect(isOwned('three kids')).toBe(true);
  expect(isOwned('laundry')).toBe(false);
});
