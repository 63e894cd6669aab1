import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

it.each([
  ['add a subtask to 3: buy candles', ['Buy candles'], { by: 'number', numbers: [3] }],
  ['subtasks for the party: cake, music', ['Cake', 'Music'], { by: 'words', words: 'party' }],
  ['add buy candles as a subtask of task 3', ['Buy candles'], { by: 'number', numbers: [3] }],
  ['put balloons under the party', ['Balloons'], { by: 'words', words: 'party' }],
])('%s', (said, titles, under) => {
  expect(understand(said, english, now)).toMatchObject([
    { kind: 'add', drafts: titles.map((title) => ({ title })), under },
  ]);
});

it('keeps what lies under a thing as a title, where there is no such task', () => {
  expect(understand('add put the key under the mat', english, now)).toMatchObject([
    { under: { words: 'mat' }, orElse: { kind: 'add', drafts: [{ title: 'Put the key under the mat' }] } },
  ]);
});
