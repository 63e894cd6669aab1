import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understood } from './testing.ts';

/** What people say, and what it means on a Wednesday noon in Karachi. */
const cases: [said: string, means: Request[]][] = [
  ['میرے کام کیا ہیں؟', [{ kind: 'list', count: false, filter: { status: 'all' } }]],
  [
    'آج کی لسٹ',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'today', to: '2026-11-25', from: '2026-11-25' } },
      },
    ],
  ],
  ['کون کون سے کام کرنے والے ہیں', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['کیا کیا باقی ہے', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['کتنے کام باقی ہیں؟', [{ kind: 'list', filter: { status: 'pending' }, count: true }]],
  [
    'آج کے لیے کتنے کام ہیں',
    [
      {
        kind: 'list',
        filter: { status: 'pending', due: { name: 'today', to: '2026-11-25', from: '2026-11-25' } },
        count: true,
      },
    ],
  ],
  [
    'کیا میرا کوئی کام آج ہے؟',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'today', to: '2026-11-25', from: '2026-11-25' } },
      },
    ],
  ],
  [
    'جمعہ تک کے کام دکھاؤ',
    [{ kind: 'list', count: false, filter: { status: 'pending', due: { name: 'by', to: '2026-11-27' } } }],
  ],
  [
    'جمعہ کو کون سے کام ہیں؟',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'on', from: '2026-11-27', to: '2026-11-27' } },
      },
    ],
  ],
  [
    'زیادہ ترجیح والے کام بتائیں',
    [{ kind: 'list', count: false, filter: { status: 'all', priority: 'high' } }],
  ],
  [
    'ہائی پرائیورٹی ٹاسک دکھاؤ',
    [{ kind: 'list', count: false, filter: { status: 'all', priority: 'high' } }],
  ],
  ['مکمل کام دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'completed' } }]],
  ['جو کام ہو گئے ہیں وہ دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'completed' } }]],
  ['جو کام رہ گئے ہیں وہ بتاؤ', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  [
    'کل کے کام',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'tomorrow', from: '2026-11-26', to: '2026-11-26' } },
      },
    ],
  ],
  ['میٹنگ والے سارے کام دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'all', query: 'میٹنگ' } }]],
  ['دودھ والا کام دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'all', query: 'دودھ' } }]],
  [
    'پرسوں کے کام دکھاؤ',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'on', from: '2026-11-27', to: '2026-11-27' } },
      },
    ],
  ],
  ['کرایہ دے دیا؟', [{ kind: 'show', reference: { by: 'words', words: 'کرایہ' } }]],
  ['کام 3 مکمل ہو گیا؟', [{ kind: 'show', reference: { by: 'number', numbers: [3] } }]],
  ['کوئی کام باقی تو نہیں؟', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['کیا کوئی کام رہتا ہے', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  [
    'کون سا کام سب سے ضروری ہے؟',
    [{ kind: 'list', count: false, filter: { status: 'all', priority: 'high' } }],
  ],
  [
    'اس ہفتے کیا کیا کرنا ہے',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'this-week', from: '2026-11-25', to: '2026-11-29' } },
      },
    ],
  ],
  ['گھر والے کام دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'all', query: 'گھر' } }]],
  ['گھر ٹیگ والے کام', [{ kind: 'list', count: false, filter: { status: 'all', tag: 'گھر' } }]],
  ['ٹیگ دفتر', [{ kind: 'list', count: false, filter: { status: 'all', tag: 'دفتر' } }]],
  [
    'تاخیر والے کام',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'overdue', to: '2026-11-24' } },
      },
    ],
  ],
  [
    'کون سے کام لیٹ ہیں',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'overdue', to: '2026-11-24' } },
      },
    ],
  ],
  ['وہ کام جو ابھی مکمل نہیں ہوئے', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['نامکمل کاموں کی فہرست', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  [
    'میرے پاس کتنے ضروری کام ہیں',
    [{ kind: 'list', filter: { status: 'all', priority: 'high' }, count: true }],
  ],
  ['کتنے کام ختم کیے میں نے', [{ kind: 'list', filter: { status: 'completed' }, count: true }]],
  ['دودھ لانا کب ہے؟', [{ kind: 'show', reference: { by: 'words', words: 'دودھ لانا' } }]],
  ['میٹنگ کس وقت ہے', [{ kind: 'show', reference: { by: 'words', words: 'میٹنگ' } }]],
  ['تفصیل دکھاؤ کام 2 کی', [{ kind: 'show', reference: { by: 'number', numbers: [2] } }]],
  [
    'کیا میں نے امی کو فون کر لیا؟',
    [{ kind: 'show', reference: { by: 'words', words: 'امی کو فون کر لیا' } }],
  ],
  [
    'کیا دودھ والا کام باقی ہے؟',
    [{ kind: 'list', count: false, filter: { status: 'pending', query: 'دودھ' } }],
  ],
  ['لسٹ میں کیا کیا ہے', [{ kind: 'list', count: false, filter: { status: 'all' } }]],
  ['لسٹ میں کچھ ہے؟', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['سب ٹاسک دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'all' } }]],
  ['پینڈنگ ٹاسک کون سے ہیں', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['کمپلیٹ ٹاسک دکھا دیں', [{ kind: 'list', count: false, filter: { status: 'completed' } }]],
  [
    'آج کا شیڈول بتاؤ',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'today', to: '2026-11-25', from: '2026-11-25' } },
      },
    ],
  ],
  [
    'آج کا کام',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'today', to: '2026-11-25', from: '2026-11-25' } },
      },
    ],
  ],
  ['اگلا کام کیا ہے', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  [
    'ہیلو، میرے آج کے کام بتائیں',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'today', to: '2026-11-25', from: '2026-11-25' } },
      },
    ],
  ],
  ['کیا کچھ مکمل ہوا؟', [{ kind: 'list', count: false, filter: { status: 'completed' } }]],
  ['ابھی تک کیا نہیں ہوا', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['جو باقی ہیں دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'pending' } }]],
  ['اعلیٰ ترجیح والے کام', [{ kind: 'list', count: false, filter: { status: 'all', priority: 'high' } }]],
  [
    'جن کاموں پر گھر کا ٹیگ ہے وہ دکھاؤ',
    [{ kind: 'list', count: false, filter: { status: 'all', tag: 'گھر' } }],
  ],
  ['کل کتنے کام ہیں', [{ kind: 'list', filter: { status: 'all' }, count: true }]],
  ['پورے کیے ہوئے کام', [{ kind: 'list', count: false, filter: { status: 'completed' } }]],
  [
    'وقت گزر چکے کام',
    [
      {
        kind: 'list',
        count: false,
        filter: { status: 'pending', due: { name: 'overdue', to: '2026-11-24' } },
      },
    ],
  ],
  [
    '۵ دسمبر تک کیا کیا کرنا ہے',
    [{ kind: 'list', count: false, filter: { status: 'pending', due: { name: 'by', to: '2026-12-05' } } }],
  ],
  ['دکھاؤ', [{ kind: 'list', count: false, filter: { status: 'all' } }]],
];

describe('listing', () => {
  it.each(cases)('%s', (said, means) => {
    expect(understood(said)).toEqual(means);
  });
});

describe('listing with a relative clause or a day', () => {
  it.each([
    ['کام دکھاؤ جو آج کرنے ہیں', { status: 'pending', due: { name: 'today' } }],
    ['وہ کام دکھاؤ جو مکمل ہو گئے ہیں', { status: 'completed' }],
    ['۳۰ نومبر کے کام', { status: 'pending', due: { name: 'on', to: '2026-11-30' } }],
    ['سب سے اہم کام', { priority: 'high' }],
  ])('%s', (said, filter) => {
    expect(understood(said)).toMatchObject([{ kind: 'list', count: false, filter }]);
  });
});
