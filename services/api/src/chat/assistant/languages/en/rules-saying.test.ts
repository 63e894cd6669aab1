import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

it.each([
  ['it would be nice if laundry was on my list', { kind: 'add', drafts: [{ title: 'Laundry' }] }],
  ['ballet shoes, need them by the 4th of december', { kind: 'add', drafts: [{ due_date: '2026-12-04' }] }],
  ["they've moved the dentist to monday", { kind: 'update', changes: { due_date: '2026-11-30' } }],
  ['can the eggs one say buy a dozen eggs', { kind: 'update', changes: { title: 'Buy a dozen eggs' } }],
  ['add to the chapter task this note: pages 80', { kind: 'update', changes: { description: 'pages 80' } }],
  ['infra stuff?', { kind: 'list', filter: { query: 'infra' } }],
  ['open count?', { kind: 'list', count: true }],
])('%s', (said, request) => {
  expect(understand(said, english, now)).toMatchObject([request]);
});
