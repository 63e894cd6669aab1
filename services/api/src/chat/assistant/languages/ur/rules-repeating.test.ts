import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understood } from './testing.ts';

/** What people say, and what it means on a Wednesday noon in Karachi. */
const cases: [said: string, means: Request[]][] = [
  ['اور کام 2 بھی', [{ kind: 'same', reference: { by: 'number', numbers: [2] } }]],
  ['کام 2 بھی', [{ kind: 'same', reference: { by: 'number', numbers: [2] } }]],
  ['نہیں، کام 2', [{ kind: 'correct', reference: { by: 'number', numbers: [2] } }]],
  ['اور دودھ والا بھی', [{ kind: 'same', reference: { by: 'words', words: 'دودھ' } }]],
  ['اوہ، میرا مطلب میٹنگ والا تھا', [{ kind: 'correct', reference: { by: 'words', words: 'میٹنگ' } }]],
];

describe('repeating', () => {
  it.each(cases)('%s', (said, means) => {
    expect(understood(said)).toEqual(means);
  });
});
