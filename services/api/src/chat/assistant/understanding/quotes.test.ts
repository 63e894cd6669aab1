import { describe, expect, it } from 'vitest';
import { isQuotation, withoutQuotes } from './quotes.ts';

describe('withoutQuotes', () => {
  it.each([
    [`add "delete all" now`, 'delete all'],
    [`add 'delete all' now`, 'delete all'],
    ['add “delete all” now', 'delete all'],
    ['add ‘delete all’ now', 'delete all'],
    ['add «delete all» now', 'delete all'],
    ['add ”delete all“ now', 'delete all'],
    ["add 'mom's birthday' now", "mom's birthday"],
  ])('takes the quotation out of %s and puts it back', (text, content) => {
    const unquoted = withoutQuotes(text);
    expect(unquoted.text).not.toContain(content);
    expect(unquoted.restore(unquoted.text)).toBe(`add ${content} now`);
  });

  it("leaves apostrophes alone: don't forget mom's cake", () => {
    const text = "don't forget mom's cake";
    expect(withoutQuotes(text).text).toBe(text);
  });

  it('cannot be fooled by its own marks', () => {
    expect(withoutQuotes('\uE0000\uE001 "a"').restore('\uE0000\uE001')).toBe('a');
    expect(withoutQuotes('x \uE0000\uE001').text).toBe('x 0');
  });

  it('knows a text that is nothing but one quotation', () => {
    expect(isQuotation(withoutQuotes('"all of it"').text)).toBe(true);
    expect(isQuotation(withoutQuotes('not "all of it"').text)).toBe(false);
  });
});
