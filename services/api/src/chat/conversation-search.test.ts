import { describe, expect, it } from 'vitest';
import { excerptOf } from './conversation-search.ts';

const long =
  'one two three four five six seven eight nine ten eleven twelve thirteen milk fourteen fifteen sixteen seventeen eighteen nineteen twenty';

describe('excerptOf', () => {
  it.each([
    ['a short text whole', 'Buy  milk\ntoday', ['milk'], 'Buy milk today'],
    [
      'words without the marks of Markdown',
      '**Two** tasks:\n- #1 Buy milk\n- a-b',
      ['milk'],
      'Two tasks: #1 Buy milk a-b',
    ],
    [
      'whole words around the first that is found',
      long,
      ['absent', 'MILK'],
      '…four five six seven eight nine ten eleven twelve thirteen milk fourteen fifteen sixteen seventeen eighteen nineteen…',
    ],
    ['a text without spaces', 'x'.repeat(200), ['x'], `${'x'.repeat(60)}…`],
    [
      'the beginning, when only its other case is found',
      `${'ab '.repeat(50)}`,
      ['ﬃ'],
      expect.stringMatching(/^ab ab/),
    ],
  ])('shows %s', (_, text, words, excerpt) => {
    expect(excerptOf(text, words)).toEqual(excerpt);
  });
});
