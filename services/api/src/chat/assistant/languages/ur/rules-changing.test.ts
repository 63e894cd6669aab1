import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understood } from './testing.ts';

/** What people say, and what it means on a Wednesday noon in Karachi. */
const cases: [said: string, means: Request[]][] = [
  [
    'کام 3 کا عنوان "نئی رپورٹ" کر دیں',
    [{ kind: 'update', reference: { by: 'number', numbers: [3] }, changes: { title: 'نئی رپورٹ' } }],
  ],
  [
    'دودھ لانا کو بدل کر دہی لانا کر دو',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ لانا' }, changes: { title: 'دہی لانا' } }],
  ],
  [
    'کام 1 کا نام تبدیل کر کے بازار جانا رکھ دیں',
    [{ kind: 'update', reference: { by: 'number', numbers: [1] }, changes: { title: 'بازار جانا' } }],
  ],
  [
    'کام 1 کا نام بازار جانا کر دیں',
    [{ kind: 'update', reference: { by: 'number', numbers: [1] }, changes: { title: 'بازار جانا' } }],
  ],
  [
    'پہلے کام کا نام بازار جانا رکھو',
    [{ kind: 'update', reference: { by: 'position', positions: [1] }, changes: { title: 'بازار جانا' } }],
  ],
  [
    'کام 1 تبدیل کرو: بازار جانا',
    [{ kind: 'update', reference: { by: 'number', numbers: [1] }, changes: { title: 'بازار جانا' } }],
  ],
  [
    'دودھ کی جگہ دہی لکھ دو',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ' }, changes: { title: 'دہی' } }],
  ],
  [
    'کام 2 کی آخری تاریخ پیر کر دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { due_date: '2026-11-30' } }],
  ],
  [
    'کام 2 کی ڈیڈ لائن کل شام 5 بجے رکھ دو',
    [
      {
        kind: 'update',
        reference: { by: 'number', numbers: [2] },
        changes: { due_at: '2026-11-26T12:00:00.000Z' },
      },
    ],
  ],
  [
    'رپورٹ کو اگلے ہفتے پر شفٹ کر دو',
    [{ kind: 'update', reference: { by: 'words', words: 'رپورٹ' }, changes: { due_date: '2026-12-02' } }],
  ],
  [
    'میٹنگ کل تین بجے کر دو',
    [
      {
        kind: 'update',
        reference: { by: 'words', words: 'میٹنگ' },
        changes: { due_at: '2026-11-26T10:00:00.000Z' },
      },
    ],
  ],
  [
    'میٹنگ کا وقت شام چار بجے کر دو',
    [
      {
        kind: 'update',
        reference: { by: 'words', words: 'میٹنگ' },
        changes: { due_at: '2026-11-25T11:00:00.000Z', clock: { hour: 16, minute: 0 } },
      },
    ],
  ],
  [
    'کام 3 کو کم ترجیح دے دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [3] }, changes: { priority: 'low' } }],
  ],
  [
    'کام 3 کی اہمیت زیادہ کر دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [3] }, changes: { priority: 'high' } }],
  ],
  [
    'رپورٹ والے کام کو اہم بنا دو',
    [{ kind: 'update', reference: { by: 'words', words: 'رپورٹ' }, changes: { priority: 'high' } }],
  ],
  [
    'رپورٹ کو ہائی پرائیورٹی پر کر دیں',
    [{ kind: 'update', reference: { by: 'words', words: 'رپورٹ' }, changes: { priority: 'high' } }],
  ],
  [
    'کام 3 ارجنٹ ہے',
    [{ kind: 'update', reference: { by: 'number', numbers: [3] }, changes: { priority: 'high' } }],
  ],
  [
    'کام 3 اب ضروری نہیں',
    [{ kind: 'update', reference: { by: 'number', numbers: [3] }, changes: { priority: 'low' } }],
  ],
  [
    'کام 2 میں تفصیل شامل کرو: پانچ صفحے',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { description: 'پانچ صفحے' } }],
  ],
  [
    'کام 2 کی تفصیل میں لکھو کہ پانچ صفحے ہوں',
    [
      {
        kind: 'update',
        reference: { by: 'number', numbers: [2] },
        changes: { description: 'پانچ صفحے ہوں' },
      },
    ],
  ],
  [
    'کام 2 کے ساتھ نوٹ لگا دو: پانچ صفحے',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { description: 'پانچ صفحے' } }],
  ],
  [
    'کام 2 کو دفتر ٹیگ لگا دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { addTags: ['دفتر'] } }],
  ],
  [
    'کام 2 میں ٹیگ دفتر شامل کرو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { addTags: ['دفتر'] } }],
  ],
  [
    'کام 2 کو #دفتر ٹیگ کرو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { addTags: ['دفتر'] } }],
  ],
  [
    'کام 2 کے سارے ٹیگ ہٹا دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { removeTags: 'all' } }],
  ],
  [
    'دفتر کا ٹیگ کام 2 سے ہٹا دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { removeTags: ['دفتر'] } }],
  ],
  [
    'کام 2 پر سے دفتر والا ٹیگ ہٹا دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { removeTags: ['دفتر'] } }],
  ],
  [
    'کام 2 کی ترجیح زیادہ کر دو اور تاریخ جمعہ کر دو',
    [
      { kind: 'update', reference: { by: 'number', numbers: [2] }, changes: { priority: 'high' } },
      { kind: 'update', reference: { by: 'mention', many: false }, changes: { due_date: '2026-11-27' } },
    ],
  ],
  [
    'اسے کل تک ملتوی کر دو',
    [{ kind: 'update', reference: { by: 'mention', many: false }, changes: { due_date: '2026-11-26' } }],
  ],
  [
    'اس کی ترجیح کم کر دو',
    [{ kind: 'update', reference: { by: 'mention', many: false }, changes: { priority: 'low' } }],
  ],
  ['دودھ والے کام کا نام بدل دو', [{ kind: 'rename-unnamed', reference: { by: 'words', words: 'دودھ' } }]],
  [
    'دودھ لانا کا نام تبدیل کرکے دہی لانا کر دو',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ لانا' }, changes: { title: 'دہی لانا' } }],
  ],
  [
    'دودھ والے کام کی جگہ دہی لانا کر دو',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ' }, changes: { title: 'دہی لانا' } }],
  ],
  [
    'کام 1 کو دہی لانا سے بدل دو',
    [{ kind: 'update', reference: { by: 'number', numbers: [1] }, changes: { title: 'دہی لانا' } }],
  ],
  [
    'کام ایک کو ایڈٹ کرو، نیا نام دہی لانا',
    [{ kind: 'update', reference: { by: 'number', numbers: [1] }, changes: { title: 'دہی لانا' } }],
  ],
  [
    'پہلا کام کل پر ڈال دو',
    [{ kind: 'update', reference: { by: 'position', positions: [1] }, changes: { due_date: '2026-11-26' } }],
  ],
  [
    'دودھ والے کام کی تاریخ بدل کر اتوار کر دو',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ' }, changes: { due_date: '2026-11-29' } }],
  ],
  [
    'میٹنگ پیر صبح دس بجے پر منتقل کر دو',
    [
      {
        kind: 'update',
        reference: { by: 'words', words: 'میٹنگ' },
        changes: { due_at: '2026-11-30T05:00:00.000Z' },
      },
    ],
  ],
  [
    'رپورٹ کی ڈیڈلائن ختم کر دو',
    [
      {
        kind: 'update',
        reference: { by: 'words', words: 'رپورٹ' },
        changes: { due_date: null, due_at: null },
      },
    ],
  ],
  [
    'رپورٹ کی تاریخ نکال دو',
    [
      {
        kind: 'update',
        reference: { by: 'words', words: 'رپورٹ' },
        changes: { due_date: null, due_at: null },
      },
    ],
  ],
  [
    'رپورٹ پر ارجنٹ لگا دو',
    [{ kind: 'update', reference: { by: 'words', words: 'رپورٹ' }, changes: { priority: 'high' } }],
  ],
  [
    'رپورٹ کو سب سے اہم بنا دو',
    [{ kind: 'update', reference: { by: 'words', words: 'رپورٹ' }, changes: { priority: 'high' } }],
  ],
  [
    'دودھ والے کام میں لکھ دو کہ دو لیٹر',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ' }, changes: { description: 'دو لیٹر' } }],
  ],
  [
    'دودھ والے کام کی تفصیل ہٹا دو',
    [{ kind: 'update', reference: { by: 'words', words: 'دودھ' }, changes: { description: '' } }],
  ],
  ['کام 3 کا نام بدلنا', [{ kind: 'rename-unnamed', reference: { by: 'number', numbers: [3] } }]],
];

describe('changing', () => {
  it.each(cases)('%s', (said, means) => {
    expect(understood(said)).toEqual(means);
  });
});
