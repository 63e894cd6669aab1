import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../../api-client/problem.ts';
import type { Task } from '../../api-client/types.ts';
import type { Change, Outcome } from './change.ts';
import { createChangeQueue } from './change-queue.ts';
import { changeStoreOf, forgetChanges } from './change-store.ts';
import { draftTask } from './drafts.ts';
import { rebased } from './rebase.ts';

/** A busy machine is slow, not wrong. */
const until = (check: () => void) => vi.waitFor(check, 5000);

let name = '';
let count = 0;
beforeEach(() => {
  count += 1;
  name = `changes:person-${count}`;
});
afterEach(() => vi.useRealTimers());

const noon = '2030-01-01T12:00:00.000Z';
const made = (id: number, title: string): Task => draftTask({ title }, id, noon);
const adding = (title: string, draft: number) =>
  ({ kind: 'add', fields: { title }, draft, newest: 0 }) as const;

/** A page of the browser, and an api that answers when it is told to. */
function page(tab: string) {
  const sent: Change[] = [];
  const waiting: { resolve(tasks: Task[]): void; reject(error: Error): void }[] = [];
  const settled: { change: Change; outcome: Outcome }[] = [];
  const queue = createChangeQueue({
    name,
    tab,
    store: changeStoreOf(`person-${count}`),
    load: async () => ({
      rebased,
      send(change) {
        sent.push(change);
        const answer = Promise.withResolvers<Task[]>();
        waiting.push(answer);
        return answer.promise;
      },
    }),
    base: () => [],
    settle: (change, outcome) => void settled.push({ change, outcome }),
  });
  const answer = () => {
    const next = waiting.shift();
    if (!next) throw new Error('nothing was asked');
    return next;
  };
  return { queue, sent, settled, answer };
}
const titles = (changes: readonly Change[]) =>
  changes.map((change) => (change.kind === 'add' ? change.fields.title : change.kind));

test('one is sent after the other, in order', async () => {
  const { queue, sent, answer } = page('one');
  for (const title of ['A', 'B', 'C']) queue.add(adding(title, -1));
  await until(() => expect(titles(sent)).toEqual(['A']));
  answer().resolve([made(1, 'A')]);
  await until(() => expect(titles(sent)).toEqual(['A', 'B']));
  expect(titles(queue.changes())).toEqual(['B', 'C']);
});

test('while the api is away all waits, and is sent with the same key after a reload', async () => {
  const before = page('one');
  before.queue.add(adding('A', -1));
  before.queue.add(adding('B', -2));
  await until(() => expect(before.sent).toHaveLength(1));
  before.answer().reject(new Problem(503, 'away'));
  await until(() => expect(titles(before.queue.changes())).toEqual(['A', 'B']));

  const after = page('two');
  expect(titles(after.queue.changes())).toEqual(['A', 'B']);
  after.queue.wake();
  await until(() => expect(after.sent).toHaveLength(1));
  expect(after.sent[0]?.key).toBe(before.sent[0]?.key);
  after.answer().resolve([made(1, 'A')]);
  await until(() => expect(after.sent).toHaveLength(2));
  after.answer().resolve([made(2, 'B')]);
  await until(() => expect(after.queue.changes()).toEqual([]));
  expect(changeStoreOf(`person-${count}`).read()).toEqual([]);
});

test('a page shows what another does, takes its answer in and sends nothing twice', async () => {
  const [one, two] = [page('one'), page('two')];
  const told: string[] = [];
  one.queue.onOutcome(() => told.push('one'));
  two.queue.onOutcome(() => told.push('two'));
  one.queue.add(adding('A', -1));
  await until(() => expect(titles(two.queue.changes())).toEqual(['A']));
  await until(() => expect(one.sent).toHaveLength(1));
  one.answer().resolve([made(1, 'A')]);
  await until(() => expect(two.queue.changes()).toEqual([]));
  expect(two.settled).toMatchObject([{ outcome: { tasks: [{ id: 1 }] } }]);
  two.queue.wake();
  expect(two.sent).toEqual([]);
  expect(told).toEqual(['one']);
});

test('a refusal is told, and what stood on it goes with it', async () => {
  const { queue, sent, answer } = page('one');
  const failures: unknown[] = [];
  queue.onOutcome((_, outcome) => failures.push(outcome.failure));
  queue.add(adding('A', -21));
  queue.add({ kind: 'complete', id: -21, title: 'A', completed: true });
  queue.add({ kind: 'complete', id: 9, title: 'Z', completed: true });
  await until(() => expect(sent).toHaveLength(1));
  answer().reject(new Problem(422, 'too long'));
  await until(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ id: 9 });
  expect(failures).toEqual([{ status: 422, message: 'too long' }]);
});

test('a draft that somebody still looks at is the task that it became', async () => {
  const { queue, sent, answer } = page('one');
  queue.add(adding('A', -31));
  await until(() => expect(sent).toHaveLength(1));
  answer().resolve([made(7, 'A')]);
  await until(() => expect(queue.changes()).toEqual([]));
  queue.add({ kind: 'complete', id: -31, title: 'A', completed: true });
  expect(queue.changes()).toMatchObject([{ id: 7 }]);
});

test('the last one is taken back while it is not on its way', async () => {
  const { queue, sent } = page('one');
  queue.add(adding('A', -1));
  await until(() => expect(sent).toHaveLength(1));
  expect(queue.dropLast()).toBeUndefined();
  queue.add(adding('B', -2));
  expect(queue.dropLast()).toMatchObject({ draft: -2 });
  expect(titles(queue.changes())).toEqual(['A']);
});

test('an api that is busy is asked again when it said', async () => {
  vi.useFakeTimers();
  const { queue, sent, answer } = page('one');
  queue.add(adding('A', -1));
  await vi.advanceTimersByTimeAsync(0);
  answer().reject(new Problem(429, 'busy', undefined, {}, { retryAfter: 5 }));
  await vi.advanceTimersByTimeAsync(4900);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toHaveLength(2);
});

test('what is forgotten is neither shown nor sent', () => {
  const { queue } = page('one');
  queue.add(adding('A', -1));
  forgetChanges(`person-${count}`);
  expect(page('two').queue.changes()).toEqual([]);
});
