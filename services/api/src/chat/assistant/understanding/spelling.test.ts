import { describe, expect, it } from 'vitest';
import { english } from '../languages/en/english.ts';
import { spelt } from './spelling.ts';

const mend = (text: string) => spelt(text, english.vocabulary);

describe('slips in the words of commands', () => {
  it.each([
    ['shwo my taks', 'show my task'],
    ['delte it', 'delete it'],
    ['cna you remnid me', 'can you remind me'],
    ['pleeease marrrk it donee', 'please mark it done'],
    ['teh lst one', 'the list one'],
    ['seperate tasks tommorrow', 'separate tasks tomorrow'],
  ])('%s', (typed, meant) => {
    expect(mend(typed).text).toBe(meant);
  });
});

describe('what is no slip', () => {
  it.each(['park the car', 'love the cake', 'call Makr', 'see Mr. Botha', 'buy #taks', 'take a mask'])(
    '%s',
    (typed) => {
      expect(mend(typed).text).toBe(typed);
    },
  );
});

it('gives a title back as it was typed', () => {
  const { text, asTyped } = mend('ad buy a taksi ticket for teh museum');
  expect(text).toContain('the museum');
  expect(asTyped('ticket for the museum')).toBe('ticket for teh museum');
});

it('leaves a long text alone', () => {
  const page = 'shwo my taks '.repeat(60);
  expect(mend(page).text).toBe(page);
});
