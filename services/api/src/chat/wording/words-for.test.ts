import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { urdu } from './urdu.ts';
import { wordsFor } from './words-for.ts';

describe('wordsFor', () => {
  it.each([
    ['دودھ لانا شامل کرو', urdu],
    ['Team meeting ڈیلیٹ کر دو', urdu],
    ['add دودھ لانا', english],
    ['delete everything', english],
    ['2', english],
  ])('hears %s', (message, words) => {
    expect(wordsFor(message)).toBe(words);
  });
});

describe('what the chat says by itself', () => {
  const deed = (title: string) => ({ status: 'created' as const, title, id: 3 });

  it('keeps a title of the other direction together', () => {
    expect(urdu.apology('failed', [deed('Buy milk')], 0)).toContain('”\u2068Buy milk\u2069“ (#3) شامل کیا');
    expect(english.apology('failed', [deed('دودھ لانا')], 0)).toContain('added “\u2068دودھ لانا\u2069” (#3)');
  });

  it('shows a title as it was written', () => {
    expect(english.apology('slow', [deed('[x](http://evil.example)')], 0)).not.toContain('[x](http');
  });

  it('speaks of one as of one', () => {
    const call = { toolName: 'delete_task', title: 'دودھ لانا', id: 1 };
    expect(urdu.askApproval([call])).toContain('ایک کام حذف ہوگا: ”دودھ لانا“ (#1)');
    expect(urdu.askApproval([call, { ...call, id: 2 }])).toContain('2 کام حذف ہوں گے');
    expect(urdu.apology('limit', [], 1)).toContain('ایک قدم کامیاب نہیں ہوا۔');
  });
});
