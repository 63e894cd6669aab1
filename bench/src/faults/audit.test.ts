import { expect, it } from 'vitest';
import { compared } from './audit.ts';

const task = { title: 'A', completed: false, trashed: false };

it('finds nothing where all is as it was told', () => {
  expect(compared(new Map([[1, task]]), [{ id: 1, ...task }])).toEqual([]);
});

it('finds what is lost, doubled or other than was told', () => {
  const told = new Map([
    [1, task],
    [2, task],
  ]);
  expect(
    compared(told, [
      { id: 1, ...task, completed: true },
      { id: 3, ...task },
    ]),
  ).toEqual([expect.stringMatching(/^task 1 is /), 'task 2 is lost', 'task 3, A, was never told of']);
});
