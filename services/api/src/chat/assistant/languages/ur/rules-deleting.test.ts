import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understood } from './testing.ts';

/** What people say, and what it means on a Wednesday noon in Karachi. */
const cases: [said: string, means: Request[]][] = [
  ['تیسرا کام ڈیلیٹ کریں', [{ kind: 'delete', reference: { by: 'position', positions: [3] } }]],
  ['دودھ والا ٹاسک نکال دو', [{ kind: 'delete', reference: { by: 'words', words: 'دودھ' } }]],
  ['دودھ والا ہٹا دیں، اب ضرورت نہیں', [{ kind: 'delete', reference: { by: 'words', words: 'دودھ' } }]],
  ['مجھے دودھ نہیں لینا', [{ kind: 'delete', reference: { by: 'words', words: 'دودھ لینا' } }]],
  [
    'سارے مکمل کام ہٹا دو',
    [{ kind: 'delete', reference: { by: 'filter', filter: { status: 'completed' } } }],
  ],
  [
    'سب کام ڈیلیٹ کرو سوائے کام 2 کے',
    [
      {
        kind: 'delete',
        reference: { by: 'filter', filter: { status: 'all' }, except: { by: 'number', numbers: [2] } },
      },
    ],
  ],
  [
    'کام 2 کے علاوہ سب ڈیلیٹ کر دو',
    [
      {
        kind: 'delete',
        reference: { by: 'filter', filter: { status: 'all' }, except: { by: 'number', numbers: [2] } },
      },
    ],
  ],
  ['وہ والا ڈیلیٹ کر دو', [{ kind: 'delete', reference: { by: 'mention', many: false } }]],
  ['آخری والا ہٹا دو', [{ kind: 'delete', reference: { by: 'position', positions: [-1] } }]],
  ['جو ابھی شامل کیا وہ ڈیلیٹ کر دو', [{ kind: 'delete', reference: { by: 'mention', many: false } }]],
  ['meeting والا task ڈیلیٹ کر دو', [{ kind: 'delete', reference: { by: 'words', words: 'meeting' } }]],
  ['2 اور 3 ڈیلیٹ کر دو', [{ kind: 'delete', reference: { by: 'number', numbers: [2, 3] } }]],
  ['آخری دو ڈیلیٹ کر دو', [{ kind: 'delete', reference: { by: 'position', positions: [-2, -1] } }]],
  ['پچھلا والا ہٹا دو', [{ kind: 'delete', reference: { by: 'mention', many: false } }]],
  ['ابھی والا ہٹا دو', [{ kind: 'delete', reference: { by: 'mention', many: false } }]],
  ['مجھے ڈیلیٹ کرنا ہے کام 2', [{ kind: 'delete', reference: { by: 'number', numbers: [2] } }]],
  ['کام 2 کو میں ڈیلیٹ کرنا چاہتا ہوں', [{ kind: 'delete', reference: { by: 'number', numbers: [2] } }]],
  ['لسٹ صاف کر دو', [{ kind: 'delete', reference: { by: 'filter', filter: { status: 'all' } } }]],
  ['مکمل کام صاف کرو', [{ kind: 'delete', reference: { by: 'filter', filter: { status: 'completed' } } }]],
];

describe('deleting', () => {
  it.each(cases)('%s', (said, means) => {
    expect(understood(said)).toEqual(means);
  });
});
