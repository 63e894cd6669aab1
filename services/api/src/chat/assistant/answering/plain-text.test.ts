import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    ['Buy milk', 'Buy milk'],
    ['**bold** _now_', '\\*\\*bold\\*\\* \\_now\\_'],
    ['[a](http://evil.example)', '\\[a\\](http://evil.example)'],
    ['<img src=x>', '\\<img src=x>'],
    ['`rm -rf`', '\\`rm -rf\\`'],
    ['snake_case & Co', 'snake_case & Co'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['two\n# lines', 'two # lines'],
  ])('shows %s as it is written', (text, escaped) => {
    expect(plainText(text, 'ltr')).toBe(escaped);
  });

  it('keeps words of the other direction together', () => {
    expect(plainText('دودھ', 'ltr')).toBe('\u2068دودھ\u2069');
    expect(plainText('دودھ', 'rtl')).toBe('دودھ');
    expect(plainText('Buy milk', 'rtl')).toBe('\u2068Buy milk\u2069');
  });

  it('never lets a text turn the direction of what follows', () => {
    expect(plainText('a\u202Eb', 'ltr')).toBe('a b');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plainText(text, 'rtl').match(/[\u2066-\u2068]/g)?.length ?? 0).toBe(
          plainText(text, 'rtl').match(/\u2069/g)?.length ?? 0,
        );
      }),
    );
  });
});
