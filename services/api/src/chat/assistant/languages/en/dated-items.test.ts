import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

function titles(message: string): string[] {
  const [request] = understand(message, english, now);
  return request?.kind === 'add'
    ? request.drafts.map(({ title, due_date, due_at }) =>
        `${title} ${due_date ?? due_at?.slice(0, 10) ?? ''}`.trim(),
      )
    : [];
}

it.each([
  [
    'add laundry and dishes for friday and groceries for tomorrow',
    ['Laundry 2026-11-27', 'Dishes 2026-11-27', 'Groceries 2026-11-26'],
  ],
  ['i need to call mom on friday and dad on sunday', ['Call mom 2026-11-27', 'Call dad 2026-11-29']],
  [
    'add pay rent tomorrow, book the vet friday and wash the car saturday',
    ['Pay rent 2026-11-26', 'Book the vet 2026-11-27', 'Wash the car 2026-11-28'],
  ],
  ['add salt and pepper for tomorrow', ['Salt and pepper 2026-11-26']],
])('%s', (message, expected) => {
  expect(titles(message)).toEqual(expected);
});
