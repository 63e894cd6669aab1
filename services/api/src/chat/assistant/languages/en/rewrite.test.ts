import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewrite } from './rewrite.ts';

describe('rewrite', () => {
  const { text, before, after } = rewrite('call at half past six, then eod', [
    [/half past six/g, () => '6:30'],
    [/eod/g, () => 'today'],
  ]);

  it('replaces', () => {
    expect(text).toBe('call at 6:30, then today');
  });

  it('knows where everything stood', () => {
    expect(before(text.indexOf('6:30'))).toBe(8);
    expect(after(text.indexOf('6:30') + 4)).toBe(21);
    expect(before(text.indexOf('then'))).toBe(23);
    expect([before(text.indexOf('today')), after(text.length)]).toEqual([28, 31]);
  });

  it('keeps what no pattern fits where it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (said, index) => {
        const same = rewrite(said, [[/\uE123/g, () => '']]);
        expect([same.text, same.before(index), same.after(index)]).toEqual([said, index, index]);
      }),
    );
  });
});
