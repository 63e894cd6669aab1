import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { urdu } from './urdu.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

it.each([
  ['پروپوزل کی تاریخ ایک دن پہلے کر دو', { shift: -1 }],
  ['رپورٹ دو دن آگے کر دیں', { shift: 2 }],
  ['میٹنگ آدھا گھنٹہ آگے کر دو', { shiftMinutes: 30 }],
  ['meeting 1 ghanta pehle kar do', { shiftMinutes: -60 }],
])('%s', (said, changes) => {
  expect(understand(said, urdu, now)).toMatchObject([
    { kind: 'update', changes, reference: { by: 'words' } },
  ]);
});
