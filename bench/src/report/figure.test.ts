import { expect, it } from 'vitest';
import { failuresOf, repeated } from './figure.ts';

it('tells the median of repeats, and between what they lay', () => {
  expect(repeated([3, 1, 2])).toEqual({ value: 2, spread: [1, 3] });
});

it('fails for what is beyond its limits, and for what is no number', () => {
  const figures = [
    { name: 'ratio', value: 0.4, unit: '', least: 0.45 },
    { name: 'kept ratio', value: 0.45, unit: '', least: 0.45 },
    { name: 'size', value: 31, unit: 'MB', most: 30 },
    { name: 'nothing measured', value: Number.NaN, unit: 'ms', most: 5 },
    { name: 'free', value: 1000, unit: 'ms' },
  ];
  expect(failuresOf(figures)).toEqual([
    'ratio: 0.40, less than 0.45',
    'size: 31 MB, more than 30',
    'nothing measured: NaN ms, more than 5',
  ]);
});
