import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { urdu } from './urdu.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

it.each([
  ['پہلے کام میں علی کی جگہ احمد لکھ دو', { swap: { from: 'علی', to: 'احمد' } }],
  ['دہی لانا کو بدل کر دودھ لانا کر دیں', { title: 'دودھ لانا' }],
])('%s', (said, changes) => {
  expect(understand(said, urdu, now)).toMatchObject([{ kind: 'update', changes }]);
});
