import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understood } from './testing.ts';

/** What people say, and what it means on a Wednesday noon in Karachi. */
const cases: [said: string, means: Request[]][] = [
  ['پہلا کام ہو گیا', [{ kind: 'complete', reference: { by: 'position', positions: [1] }, completed: true }]],
  [
    'پہلا کام مکمل کر دیں',
    [{ kind: 'complete', reference: { by: 'position', positions: [1] }, completed: true }],
  ],
  [
    'دوسرے کام کو مکمل کریں',
    [{ kind: 'complete', reference: { by: 'position', positions: [2] }, completed: true }],
  ],
  ['دودھ والا ہو گیا', [{ kind: 'complete', reference: { by: 'words', words: 'دودھ' }, completed: true }]],
  [
    'پہلا والا ہو گیا ہے، نشان لگا دو',
    [{ kind: 'complete', reference: { by: 'position', positions: [1] }, completed: true }],
  ],
  [
    'نہیں ابھی نہیں ہوا، دوبارہ کھول دو',
    [{ kind: 'complete', reference: { by: 'mention', many: false }, completed: false }],
  ],
  [
    'دودھ خرید لیا',
    [{ kind: 'complete', reference: { by: 'words', words: 'دودھ خرید لیا' }, completed: true, loose: true }],
  ],
  [
    'میں نے دودھ لے لیا ہے',
    [{ kind: 'complete', reference: { by: 'words', words: 'دودھ لے لیا' }, completed: true, loose: true }],
  ],
  [
    'بجلی کا بل ادا کر دیا',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'بجلی کا بل ادا کر دیا' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'امی سے بات ہو گئی',
    [{ kind: 'complete', reference: { by: 'words', words: 'امی سے بات' }, completed: true }],
  ],
  [
    'رپورٹ مکمل ہو گئی ہے',
    [{ kind: 'complete', reference: { by: 'words', words: 'رپورٹ' }, completed: true }],
  ],
  [
    'کام نمبر ایک اور دو مکمل ہیں',
    [{ kind: 'complete', reference: { by: 'number', numbers: [1, 2] }, completed: true }],
  ],
  ['۳ ہو گیا', [{ kind: 'complete', reference: { by: 'number', numbers: [3] }, completed: true }]],
  ['کام 5 کو ختم کرو', [{ kind: 'complete', reference: { by: 'number', numbers: [5] }, completed: true }]],
  [
    'سب کام ہو گئے',
    [{ kind: 'complete', reference: { by: 'filter', filter: { status: 'all' } }, completed: true }],
  ],
  [
    'دودھ والا کام واپس کھولو',
    [{ kind: 'complete', reference: { by: 'words', words: 'دودھ' }, completed: false }],
  ],
  [
    'کام 3 ابھی نہیں ہوا',
    [{ kind: 'complete', reference: { by: 'number', numbers: [3] }, completed: false }],
  ],
  [
    'کام 3 مکمل نہیں ہوا تھا',
    [{ kind: 'complete', reference: { by: 'number', numbers: [3] }, completed: false }],
  ],
  [
    'ان دونوں کو مکمل کر دو',
    [{ kind: 'complete', reference: { by: 'mention', many: true }, completed: true }],
  ],
  [
    'پہلے دو مکمل کر دو',
    [{ kind: 'complete', reference: { by: 'position', positions: [1, 2] }, completed: true }],
  ],
  [
    'کام 1 مکمل اور کام 2 ڈیلیٹ کر دو',
    [
      { kind: 'complete', reference: { by: 'number', numbers: [1] }, completed: true },
      { kind: 'delete', reference: { by: 'number', numbers: [2] } },
    ],
  ],
  [
    'دودھ لے لیا، اب انڈے لانا شامل کر دو',
    [
      { kind: 'complete', reference: { by: 'words', words: 'دودھ لے لیا' }, completed: true, loose: true },
      { kind: 'add', drafts: [{ title: 'انڈے لانا' }] },
    ],
  ],
  [
    'میں نے بل جمع کیا ہے',
    [{ kind: 'complete', reference: { by: 'words', words: 'بل جمع کیا' }, completed: true, loose: true }],
  ],
  [
    'میں کپڑے دھو چکی ہوں',
    [{ kind: 'complete', reference: { by: 'words', words: 'کپڑے دھو چکی' }, completed: true, loose: true }],
  ],
  [
    'کپڑے دھل گئے',
    [{ kind: 'complete', reference: { by: 'words', words: 'کپڑے دھل گئے' }, completed: true, loose: true }],
  ],
  [
    'گاڑی ٹھیک ہو گئی',
    [{ kind: 'complete', reference: { by: 'words', words: 'گاڑی ٹھیک' }, completed: true }],
  ],
  [
    'بچوں کو سکول سے لے لیا',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'بچوں کو سکول سے لے لیا' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'نماز پڑھ لی',
    [{ kind: 'complete', reference: { by: 'words', words: 'نماز پڑھ لی' }, completed: true, loose: true }],
  ],
  [
    'دوائی کھا لی',
    [{ kind: 'complete', reference: { by: 'words', words: 'دوائی کھا لی' }, completed: true, loose: true }],
  ],
  [
    'میٹنگ اٹینڈ کر لی',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'میٹنگ اٹینڈ کر لی' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'گھر صاف ہو گیا ہے',
    [{ kind: 'complete', reference: { by: 'words', words: 'گھر صاف' }, completed: true }],
  ],
  [
    'کام نمبر 2 کر لیا',
    [{ kind: 'complete', reference: { by: 'number', numbers: [2] }, completed: true, loose: true }],
  ],
  [
    'دوسرا کام کر دیا ہے',
    [{ kind: 'complete', reference: { by: 'position', positions: [2] }, completed: true, loose: true }],
  ],
  [
    'رپورٹ والا کام نمٹ گیا',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'رپورٹ والا کام نمٹ گیا' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'بجلی کا بل جمع ہو گیا',
    [{ kind: 'complete', reference: { by: 'words', words: 'بجلی کا بل جمع' }, completed: true }],
  ],
  [
    'ابو کو کال کر لی ہے',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'ابو کو کال کر لی' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'سلنڈر بھروا لیا',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'سلنڈر بھروا لیا' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'میں نے سب کام کر لیے',
    [
      {
        kind: 'complete',
        reference: { by: 'filter', filter: { status: 'all' } },
        completed: true,
        loose: true,
      },
    ],
  ],
  ['یہ مکمل ہے', [{ kind: 'complete', reference: { by: 'mention', many: false }, completed: true }]],
  ['ہو گیا', [{ kind: 'complete', reference: { by: 'mention', many: false }, completed: true }]],
  ['task 2 مکمل کر دو', [{ kind: 'complete', reference: { by: 'number', numbers: [2] }, completed: true }]],
  [
    'کام 2 مکمل ہو چکا ہے',
    [{ kind: 'complete', reference: { by: 'number', numbers: [2] }, completed: true }],
  ],
  ['کام ٢ ہو گیا', [{ kind: 'complete', reference: { by: 'number', numbers: [2] }, completed: true }]],
  ['ٹاسک نمبر 2 ڈن', [{ kind: 'complete', reference: { by: 'number', numbers: [2] }, completed: true }]],
  [
    '2 نمبر والا کام ختم کر دو',
    [{ kind: 'complete', reference: { by: 'number', numbers: [2] }, completed: true }],
  ],
  [
    'کام 1، 2 اور 3 مکمل کر دو',
    [{ kind: 'complete', reference: { by: 'number', numbers: [1, 2, 3] }, completed: true }],
  ],
  [
    'ایک سے تین تک سب مکمل کر دو',
    [{ kind: 'complete', reference: { by: 'number', numbers: [1, 2, 3] }, completed: true }],
  ],
  [
    'سودا سلف والا کام ہو چکا',
    [{ kind: 'complete', reference: { by: 'words', words: 'سودا سلف' }, completed: true }],
  ],
  [
    'دودھ لے آئی ہوں',
    [{ kind: 'complete', reference: { by: 'words', words: 'دودھ لے آئی' }, completed: true, loose: true }],
  ],
  [
    'دودھ لا چکا ہوں',
    [{ kind: 'complete', reference: { by: 'words', words: 'دودھ لا چکا' }, completed: true, loose: true }],
  ],
  [
    'بل بھر دیا',
    [{ kind: 'complete', reference: { by: 'words', words: 'بل بھر دیا' }, completed: true, loose: true }],
  ],
  [
    'ڈاکٹر کے پاس ہو آیا',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'ڈاکٹر کے پاس ہو آیا' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'رپورٹ بھیج دی ہے باس کو',
    [{ kind: 'complete', reference: { by: 'words', words: 'رپورٹ بھیج دی' }, completed: true, loose: true }],
  ],
  [
    'میں نے پودوں کو پانی دے دیا',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'پودوں کو پانی دے دیا' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'کتابیں لوٹا دیں',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'کتابیں لوٹا دیں' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'امی کو کال کر دی تھی',
    [
      {
        kind: 'complete',
        reference: { by: 'words', words: 'امی کو کال کر دی' },
        completed: true,
        loose: true,
      },
    ],
  ],
  [
    'یہ والا کام کر لیا ہے',
    [{ kind: 'complete', reference: { by: 'mention', many: false }, completed: true, loose: true }],
  ],
];

describe('completing', () => {
  it.each(cases)('%s', (said, means) => {
    expect(understood(said)).toEqual(means);
  });
});
