import { describe, expect, it } from 'vitest';
import { english } from '../languages/en/english.ts';
import type { Request } from '../requests.ts';
import { doubt, mostSensible, withoutAsides } from './asides.ts';
import { understand } from './understand.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const said = (message: string) => understand(message, english, now);

describe('what only tells something', () => {
  it.each([
    ["add buy milk, i still haven't had time", 'Buy milk'],
    ['my boss is on at me so add send the report', 'Send the report'],
    ["add book the vet because i'm worried", 'Book the vet'],
    ['its raining again, remind me to close the roof', 'Close the roof'],
  ])('%s', (message, title) => {
    expect(said(message)).toEqual([{ kind: 'add', drafts: [{ title }] }]);
  });

  it('is kept where the message makes sense with it', () => {
    expect(said('cant face the laundry today, snooze it until tomorrow')[0]).toMatchObject({
      reference: { by: 'words', within: true },
    });
    expect(said('i called mom')[0]).toMatchObject({ kind: 'complete' });
  });
});

it('never leaves out what asks for something', () => {
  const { asides } = english;
  if (!asides) throw new Error('English has asides');
  expect(withoutAsides('add milk, delete task 2', asides)).toEqual([]);
  expect(withoutAsides(`add milk, ${'its late, '.repeat(9)}`, asides)).toEqual([]);
});

it('reads again only what is doubtful, and so often at most', () => {
  const { asides } = english;
  let readings = 0;
  const read = (requests: Request[] | undefined) => () => {
    readings += 1;
    return requests;
  };
  const hearings = (found: Request[] | undefined) => ({
    asides,
    read: read(found),
    tidy: (text: string) => text,
  });
  mostSensible("show my tasks, i'm late", hearings([{ kind: 'undo' }]));
  expect(readings).toBe(1);
  mostSensible("its late, i'm tired, it's cold, they are out, i'm hungry, she is ill", hearings(undefined));
  expect(readings).toBeLessThan(30);
  expect(asides && doubt(undefined, asides)).toBeGreaterThan(0);
});
