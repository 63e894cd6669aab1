import { describe, expect, it } from 'vitest';
import { stem, tidy } from './letters.ts';

describe('tidy', () => {
  it.each([
    ['كام مكمل كرو', 'کام مکمل کرو', 'Arabic keyboards'],
    ['ھم نے پڑھا ھے', 'ہم نے پڑھا ہے', 'the other form of a letter where no word has it'],
    ['دکھا\u200Cؤ', 'دکھا ؤ', 'the joiner that stops joining'],
    ['کــام', 'کام', 'stretched letters'],
    ['\u200Fکام\u200E ۲', 'کام ۲', 'marks of direction'],
    ['اِسے حذف کریں', 'اسے حذف کریں', 'vowel signs on words of commands'],
  ])('%s → %s: %s', (written, plain) => {
    expect(tidy(written)).toBe(plain);
  });

  it('leaves a title its vowel signs', () => {
    expect(tidy('نمازِ عصر شامل کرو')).toBe('نمازِ عصر شامل کرو');
  });
});

describe('stem', () => {
  it.each([
    ['خریدنا', 'خریدی', 'خرید'],
    ['کتاب', 'کتابیں', 'کتابوں'],
    ['سبزی', 'سبزیاں', 'سبزیوں'],
    ['پودا', 'پودے', 'پودوں'],
    ['پکانا', 'پکایا', 'پکائی'],
    ['دھونا', 'دھویا', 'دھوئے'],
    ['كتاب', 'کتاب', 'كتابيں'],
  ])('%s, %s and %s meet', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it.each([
    ['دودھ', 'دوا'],
    ['بل', 'بال'],
    ['فون', 'فوج'],
  ])('%s and %s do not', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(2);
  });
});
