import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const noon = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const meant = (message: string) => understand(message, english, noon);

it.each([
  ['undo the last two', 2],
  ['oops, undo my last 3 changes please', 3],
  ['undo both', 2],
  ['undo that twice', 2],
  ['take the last two back', 2],
  ['bring both back', 2],
  ['restore the last three deleted tasks', 3],
])('%s', (said, count) => {
  expect(meant(said)).toMatchObject([{ kind: 'undo', count }]);
});

it.each([
  'undo everything',
  'undo all my changes',
  'please undo everything I did today',
  'take back everything',
])('takes back all that the conversation did: %s', (said) => {
  expect(meant(said)).toMatchObject([{ kind: 'undo', count: Number.MAX_SAFE_INTEGER }]);
});

it('leaves the numbers of tasks alone', () => {
  expect(meant('undo 2')).not.toMatchObject([{ kind: 'undo', count: 2 }]);
  expect(meant('restore 2')).toMatchObject([{ kind: 'restore', reference: { by: 'number', numbers: [2] } }]);
});
