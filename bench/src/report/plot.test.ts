import { expect, it } from 'vitest';
import { asSvg } from './plot.ts';

const plot = {
  name: 'list',
  title: 'A list < of tasks',
  x: { label: 'tasks', logarithmic: true },
  y: { label: 'ms' },
  series: [
    {
      name: 'api',
      points: [
        { x: 100, y: 2, spread: [1, 4] as const },
        { x: 1_000_000, y: 8 },
      ],
    },
  ],
};

it('puts the first point at the left, the highest at the top, and tells them', () => {
  const svg = asSvg(plot);
  expect(svg).toContain('A list &lt; of tasks');
  const [first, last] = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3.5"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(first).toEqual([70, 224]);
  expect(last).toEqual([700, 44]);
  expect(svg).toContain('<title>api, 1,000,000: 8</title>');
});

it('has a mark at each power of ten, or at even steps from 0', () => {
  const marks = (svg: string) =>
    [...svg.matchAll(/text-anchor="(?:middle|end)">([\d,.]+)</g)].map(([, mark]) => mark);
  expect(marks(asSvg(plot))).toEqual([
    '0',
    '2',
    '4',
    '6',
    '8',
    '100',
    '1,000',
    '10,000',
    '100,000',
    '1,000,000',
  ]);
});
