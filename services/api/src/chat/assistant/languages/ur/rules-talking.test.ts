import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understood } from './testing.ts';

/** What people say, and what it means on a Wednesday noon in Karachi. */
const cases: [said: string, means: Request[]][] = [
  ['نہیں نہیں، واپس لاؤ', [{ kind: 'undo' }]],
  ['اوہ، غلطی سے ڈیلیٹ ہو گیا', [{ kind: 'undo' }]],
  ['حذف شدہ کام دکھاؤ', [{ kind: 'list-trash' }]],
  ['کام 2 واپس لے آؤ', [{ kind: 'restore', reference: { by: 'number', numbers: [2] } }]],
  ['میٹنگ والا کام بحال کرو', [{ kind: 'restore', reference: { by: 'words', words: 'میٹنگ' } }]],
  ['شکریہ دوست', [{ kind: 'talk', topic: 'thanks', text: '' }]],
  ['آپ کیا کر سکتے ہو', [{ kind: 'talk', topic: 'help', text: '' }]],
  ['یہ کیسے کام کرتا ہے', [{ kind: 'talk', topic: 'help', text: '' }]],
  ['واپس کر دو', [{ kind: 'undo' }]],
  ['نہیں غلط ہو گیا، واپس کرو', [{ kind: 'undo' }]],
  ['جو ڈیلیٹ کیا تھا وہ واپس لاؤ', [{ kind: 'undo' }]],
  ['ڈیلیٹ کیا ہوا کام واپس لاؤ', [{ kind: 'undo' }]],
];

describe('talking', () => {
  it.each(cases)('%s', (said, means) => {
    expect(understood(said)).toEqual(means);
  });
});

describe('words that only look like commands', () => {
  it.each([
    'گھر صاف کرنا',
    'بلب بدلنا',
    'تمہارا نام کیا ہے؟',
    'پاکستان کا وزیر اعظم کون ہے',
    'مجھے ایک کہانی سناؤ',
    '2 جمع 2 کتنے ہوتے ہیں',
    'کل بارش ہوگی کیا',
  ])('%s', (said) => {
    expect(understood(said)).toMatchObject([{ kind: 'talk', topic: 'unknown' }]);
  });
});
