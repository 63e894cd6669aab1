import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintsOf, nearest, typingErrors } from './spelling.ts';

const known = (...words: string[]) => words.map((word) => ({ word, stem: `stem of ${word}` }));

describe('typing errors', () => {
  it.each([
    ['mlik', 'milk', 1],
    ['groceires', 'groceries', 1],
    ['grocrie', 'groceries', 1],
    ['dentst', 'dentist', 1],
    ['دوھد', 'دودھ', 1],
    ['cat', 'catalogue', Number.POSITIVE_INFINITY],
    ['milk', 'silo', Number.POSITIVE_INFINITY],
  ])('%s for %s are %s', (typed, word, errors) => {
    expect(typingErrors(typed, word, 1)).toBe(errors);
  });

  it('of one letter are found wherever it is', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcdefghijkl'), minLength: 5, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(19), fc.constantFrom('z', ''), (word, place, other) => {
        const at = place % word.length;
        const typed = word.slice(0, at) + other + word.slice(at + 1);
        expect(typingErrors(typed, word, 1)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('hints', () => {
  it('stand in every word that the typed one may stand for', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcdefghijkl'), minLength: 4, maxLength: 20 });
    const errors = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('left out', 'added', 'other', 'swapped')), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(words, errors, (word, mistakes) => {
        let typed = [...word];
        for (const [place, mistake] of mistakes) {
          const at = place % typed.length;
          const [letter = '', next = ''] = typed.slice(at, at + 2);
          if (mistake === 'left out') typed.splice(at, 1);
          if (mistake === 'added') typed.splice(at, 0, 'z');
          if (mistake === 'other') typed[at] = 'z';
          if (mistake === 'swapped' && next) typed.splice(at, 2, next, letter);
          typed = typed.filter(Boolean);
        }
        const text = typed.join('');
        if (nearest({ word: text, stem: '' }, known(word)).length === 0) return;
        expect(hintsOf(text).some((hint) => word.includes(hint))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['grocery', 'groceries'],
    ['meetings', 'meeting'],
    ['buying', 'buy'],
  ])('of %s stand in %s, which has the same stem', (typed, word) => {
    expect(hintsOf(typed).some((hint) => word.includes(hint))).toBe(true);
  });
});

describe('the nearest words', () => {
  it('are those with the fewest errors, and none for a short word', () => {
    const words = known('milk', 'silk', 'meeting', 'tax');
    expect(nearest({ word: 'mlik', stem: '' }, words)).toEqual(['milk']);
    expect(nearest({ word: 'bilk', stem: '' }, words)).toEqual(['milk', 'silk']);
    expect(nearest({ word: 'tex', stem: '' }, words)).toEqual([]);
  });

  it('are the word itself where it is part of a known one', () => {
    expect(nearest({ word: 'meet', stem: '' }, known('meeting', 'beet'))).toEqual(['meet']);
  });

  it('are those of the same stem, before any error', () => {
    const words = [
      { word: 'grocery', stem: 'groceri' },
      { word: 'groceriez', stem: 'groceriez' },
    ];
    expect(nearest({ word: 'groceries', stem: 'groceri' }, words)).toEqual(['grocery']);
  });
});
