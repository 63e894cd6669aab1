import { describe, expect, it } from 'vitest';
import type { Deed, Planned, Trouble } from './words.ts';
import { wordsFor } from './words-for.ts';

const deeds: Deed[] = [
  { status: 'created', title: 'Milk', id: 4 },
  { status: 'deleted', title: 'Eggs', id: 2 },
];
const plan: Planned[] = Array.from({ length: 12 }, (_, index) => ({
  toolName: 'delete_task',
  title: `Task ${index + 1}`,
  id: index + 1,
}));
const troubles: Trouble[] = ['failed', 'slow', 'refused', 'limit', 'cut'];

describe.each([
  ['English', 'please help'],
  ['Urdu', 'مدد کریں'],
])('in %s', (name, message) => {
  const words = wordsFor(message);

  it('the language is known', () => {
    expect(words.languageName).toBe(name);
  });

  it('each trouble has its own words, and says what was done', () => {
    const said = troubles.map((trouble) => words.apology(trouble, deeds, 1));
    expect(new Set(said).size).toBe(troubles.length);
    for (const text of said) for (const part of ['Milk', '#4', 'Eggs', '#2']) expect(text).toContain(part);
    expect(words.apology('failed', [], 0)).not.toContain('Milk');
  });

  it('a long plan is named in part, and counted', () => {
    const question = words.askApproval(plan);
    expect(question).toContain('12');
    expect(question).toContain('Task 10');
    expect(question).not.toContain('Task 11');
  });
});
