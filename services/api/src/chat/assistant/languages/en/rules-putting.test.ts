import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const words = (text: string) => ({ by: 'words', words: text });
const moved = (reference: unknown, due_date: string) => ({
  kind: 'update',
  reference,
  changes: { due_date },
});
const orNew = (reference: unknown, due_date: string, title: string) => ({
  ...moved(reference, due_date),
  orElse: { kind: 'add', unasked: true, drafts: [{ title }] },
});

it.each([
  ['leave the report for tomorrow', orNew(words('report'), '2026-11-26', 'Leave the report')],
  ['keep the car wash for sunday', orNew(words('car wash'), '2026-11-29', 'Keep the car wash')],
  ['the dishes i will do tomorrow', orNew(words('dishes'), '2026-11-26', 'Dishes')],
  ['can the report wait until friday', orNew(words('report'), '2026-11-27', 'Report')],
  ['haircut saturday not friday', moved(words('haircut'), '2026-11-28')],
  ['do the first two tomorrow', moved({ by: 'position', positions: [1, 2] }, '2026-11-26')],
  ['put both of them on friday', moved({ by: 'mention', many: true }, '2026-11-27')],
])('%s', (said, request) => {
  expect(understand(said, english, now)).toMatchObject([request]);
});

it('adds what is put in for a day', () => {
  expect(understand('put the dentist in for friday', english, now)).toMatchObject([{ kind: 'add' }]);
});
