import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../languages/en/words.ts';
import { findTasks } from './find-tasks.ts';
import { editDistance } from './similarity.ts';

const tasks = [
  'Buy groceries',
  'Call mom',
  'Call mom again',
  'Write the quarterly report',
  'Recall notice',
].map((title, index) => ({ id: index + 1, title, completed: false }));
const sure = (asked: string) => findTasks(asked, tasks, words).sure.map(({ id }) => id);

describe('findTasks', () => {
  it.each([
    ['groceries', [1]],
    ['grocery', [1]],
    ['grocceries', [1]],
    ['call mom', [2]],
    ['mom', [2, 3]],
    ['phoning mum', [2, 3]],
    ['quarterly report', [4]],
    ['the report I was writing', [4]],
    ['dentist', []],
  ])('%s means %j', (asked, ids) => {
    expect(sure(asked)).toEqual(ids);
  });

  it('knows what is near', () => {
    expect(findTasks('grocery shopping', tasks, words).near.map(({ id }) => id)).toEqual([1]);
  });

  it('finds every task by its own title', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }).filter((title) => /[\p{L}\p{N}]/u.test(title)),
        (title) => {
          const own = { id: 99, title, completed: false };
          expect(findTasks(title, [...tasks, own], words).sure).toContainEqual(own);
        },
      ),
    );
  });
});

describe('editDistance', () => {
  it('counts a swap of neighbours once', () => {
    expect(editDistance('reprot', 'report', 2)).toBe(1);
  });

  it('is symmetrical, and zero only for the same word', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, 8)).toBe(editDistance(right, left, 8));
        expect(editDistance(left, right, 8) === 0).toBe(left === right);
      }),
    );
  });
});
