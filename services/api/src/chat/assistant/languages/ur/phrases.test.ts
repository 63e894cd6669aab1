import { describe, expect, it } from 'vitest';
import { plainText } from '../../answering/plain-text.ts';
import type { ShownTask } from '../../language.ts';
import { phrases } from './phrases.ts';

const task = (id: number, title: string, more: Partial<ShownTask> = {}): ShownTask => ({
  id,
  title: plainText(title, 'rtl'),
  ...more,
});
const one = [task(1, 'دودھ لانا')];
const two = [...one, task(2, 'Call mom')];

it('names the first ten of very many, and how many more there are', () => {
  const many = Array.from({ length: 12 }, (_, index) => task(index + 1, `کام ${index + 1}`));
  const text = phrases.completed(many, true);
  expect(text).toContain('”کام 10“ اور مزید 2)');
  expect(text).not.toContain('کام 11');
});

describe('verbs agree with how many tasks there are', () => {
  it.each([
    [phrases.completed(one, true), 'شاباش! ”دودھ لانا“ کا کام مکمل ہو گیا۔ ✓'],
    [phrases.completed(two, true), '”دودھ لانا“ اور ”\u2068Call mom\u2069“ کے کام مکمل ہو گئے'],
    [phrases.added(one), 'کام #1 شامل کر دیا ہے: ”دودھ لانا“۔'],
    [phrases.added(two), 'یہ 2 کام شامل کر دیے ہیں:'],
    [phrases.counted(1, { status: 'all', due: { name: 'today' } }, false), 'آج کا 1 کام ہے۔'],
    [phrases.counted(3, { status: 'all', due: { name: 'today' } }, false), 'آج کے 3 کام ہیں۔'],
    [phrases.counted(1, { status: 'pending', priority: 'high' }, false), 'زیادہ ترجیح والا 1 نامکمل کام ہے۔'],
    [
      phrases.counted(2, { status: 'pending', priority: 'high' }, false),
      'زیادہ ترجیح والے 2 نامکمل کام ہیں۔',
    ],
    [
      phrases.counted(0, { status: 'pending', due: { name: 'overdue' } }, false),
      'تاخیر کا شکار کوئی کام نہیں ہے۔',
    ],
    [phrases.confirmDelete(one, false), 'یہ کام حذف ہو جائے گا:'],
    [phrases.confirmDelete(two, false), 'یہ 2 کام حذف ہو جائیں گے:'],
  ])('%s', (said, expected) => {
    expect(said).toContain(expected);
  });
});

describe('direction', () => {
  const firstStrong = /[\p{Script=Latin}\p{Script=Arabic}\u200F]/u;
  const none = { removed: [], restored: [], completed: [], reopened: [], asBefore: [] };
  const latin = [task(1, 'Call mom'), task(2, 'Send invoice')];
  const answers = [
    phrases.added(latin.slice(0, 1)),
    phrases.added(latin),
    phrases.addedUnasked(task(1, 'Call mom')),
    phrases.askNewTitle(task(1, 'Call mom')),
    phrases.listed(latin, { status: 'all' }, false),
    phrases.described(latin),
    phrases.completed(latin, true),
    phrases.completed(latin, false),
    phrases.already(latin.slice(0, 1), true),
    phrases.deleted(latin),
    phrases.restored(latin),
    phrases.updated(latin.slice(0, 1), { title: plainText('Call dad', 'rtl'), what: [] }),
    phrases.updated(latin, { what: [phrases.change.priority('high')] }),
    phrases.which(latin),
    phrases.didYouMean(plainText('mum', 'rtl'), task(1, 'Call mom')),
    phrases.notFound(plainText('mum', 'rtl'), latin),
    phrases.offerToAdd(plainText('Call mom', 'rtl')),
    phrases.failed(plainText('There is no task 9.', 'rtl')),
    phrases.undone({ ...none, restored: latin }),
    phrases.trash(latin),
  ];

  it.each(answers)('%s', (answer) => {
    for (const line of answer.split('\n').filter((text) => text.trim() !== '')) {
      expect(firstStrong.exec(line)?.[0]).not.toMatch(/\p{Script=Latin}/u);
    }
  });
});

describe('when a task is due', () => {
  const today = '2026-11-25';
  it.each([
    [{ date: today }, 'آج'],
    [{ date: '2026-11-26', time: '18:00' }, 'کل شام 6 بجے'],
    [{ date: '2026-11-27', time: '09:30' }, 'پرسوں صبح 9:30 بجے'],
    [{ date: '2026-11-24' }, 'گزشتہ کل'],
    [{ date: '2026-12-05', time: '00:15' }, 'ہفتہ، 5 دسمبر رات 12:15 بجے'],
    [{ date: '2027-01-01' }, 'جمعہ، 1 جنوری، 2027'],
  ])('%o', (due, words) => {
    expect(phrases.due({ ...due, today })).toBe(words);
  });
});
