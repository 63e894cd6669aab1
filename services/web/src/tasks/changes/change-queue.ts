/** @module What a person did that the api has not answered: kept, and sent one after the other until it has. */
import { newKey } from '../../api-client/new-key.ts';
import { Problem } from '../../api-client/problem.ts';
import type { Task } from '../../api-client/types.ts';
import type { Change, Deed, Failure, Outcome } from './change.ts';
import { type ChangeStore, inOrder } from './change-store.ts';
import { Conflict } from './conflict.ts';
import { nameDraft, presentNumber } from './drafts.ts';
import { locked } from './locked.ts';
import type { rebased } from './rebase.ts';

type OutcomeListener = (change: Change, outcome: Outcome) => void;

interface Needs {
  /** By this name tabs find each other. */
  name: string;
  store: ChangeStore;
  /** Loads what sends a change, and what sets later ones on what it has left. */
  load(): Promise<{ send(change: Change): Promise<Task[]>; rebased: typeof rebased }>;
  /** The list as the api said it last. */
  base(): readonly Task[];
  /** Takes the answer into the list; the change is no longer laid over it then. */
  settle(change: Change, outcome: Outcome): void;
  /** Which page this is among those of the browser. */
  tab?: string;
}

/** What tabs tell each other. */
type Said =
  | { is: 'added'; change: Change }
  | { is: 'dropped'; key: string }
  | { is: 'settled'; change: Change; outcome: Outcome; later: Change[] };

export interface ChangeQueue {
  /** In the order in which they were made; the same array until one comes or goes. */
  changes(): readonly Change[];
  onChanges(listener: () => void): () => void;
  /** Tells what became of each: in the tab in which it was done and, where it was refused, also in the one that sent it. */
  onOutcome(listener: OutcomeListener): () => void;
  add(deed: Deed): Change;
  /** Takes the last one back, unless it is on its way. */
  dropLast(): Change | undefined;
  /** Sends what waits, if the api is there. */
  wake(): void;
  /** Does something when nothing of this is on its way. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** After an answer that says no more than that it is too early. */
const PAUSE_MILLISECONDS = 2000;

const thisTab = newKey();

/** The queue of one person in this tab, which all tabs of the browser share by its store. */
export function createChangeQueue(needs: Needs): ChangeQueue {
  const { name, store, load, base, settle, tab = thisTab } = needs;
  let changes: readonly Change[] = store.read();
  let sending: string | undefined;
  let latest = '';
  const listeners = new Set<() => void>();
  const outcomeListeners = new Set<OutcomeListener>();
  // The server, which draws the page first, has nobody to tell.
  const isAlone = typeof window === 'undefined' || typeof BroadcastChannel === 'undefined';
  const channel = isAlone ? undefined : new BroadcastChannel(name);
  const tell = (said: Said) => channel?.postMessage(said);

  const become = (next: readonly Change[]) => {
    changes = [...next].sort(inOrder);
    for (const listener of listeners) listener();
  };
  const without = (key: string) => changes.filter((change) => change.key !== key);

  /** What a tab does about an answer, whichever has got it. */
  const takeIn = (change: Change, outcome: Outcome, later: readonly Change[], isSender: boolean) => {
    const [made] = outcome.failure ? [] : outcome.tasks;
    if (change.kind === 'add' && made) nameDraft(change.draft, made.id);
    settle(change, outcome);
    const known = new Set([change.key, ...later.map(({ key }) => key)]);
    become([...later, ...changes.filter(({ key }) => !known.has(key) && store.has(key))]);
    // A refusal is told even where the tab in which it was done is closed.
    if (change.by !== tab && !(isSender && outcome.failure)) return;
    for (const listener of outcomeListeners) listener(change, outcome);
  };

  const answered = (change: Change, outcome: Outcome, rebase: typeof rebased) => {
    const after = changes.filter((one) => inOrder(change, one) < 0);
    const later = rebase(after, change, outcome, base());
    const kept = new Set(later.map(({ key }) => key));
    for (const one of after) if (!kept.has(one.key)) store.remove(one.key);
    for (const one of later) if (!after.includes(one)) store.write(one);
    store.remove(change.key);
    tell({ is: 'settled', change, outcome, later });
    takeIn(change, outcome, later, true);
  };

  const drain = async () => {
    const { send, rebased: rebase } = await load();
    for (;;) {
      // Another tab may have sent one of which this tab has not heard yet.
      if (changes.some(({ key }) => !store.has(key))) become(changes.filter(({ key }) => store.has(key)));
      const [next] = changes;
      if (!next) return;
      sending = next.key;
      const outcome = await send(next).then(
        (tasks): Outcome => ({ tasks }),
        (error: unknown) => waitFor(error) ?? { failure: failureOf(error) },
      );
      sending = undefined;
      if (typeof outcome === 'number') {
        if (outcome > 0) setTimeout(wake, outcome);
        return;
      }
      answered(next, outcome, rebase);
    }
  };
  let isCalled = false;
  const wake = () => {
    if (isCalled || changes.length === 0) return;
    isCalled = true;
    const begin = () => {
      isCalled = false;
      return drain();
    };
    locked(name, begin).catch(() => setTimeout(wake, PAUSE_MILLISECONDS));
  };

  if (channel) {
    channel.onmessage = ({ data: said }: MessageEvent<Said>) => {
      if (said.is === 'added') become([...without(said.change.key), said.change]);
      if (said.is === 'dropped') become(without(said.key));
      if (said.is === 'settled') takeIn(said.change, said.outcome, said.later, false);
    };
  }

  return {
    changes: () => changes,
    onChanges(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onOutcome(listener) {
      outcomeListeners.add(listener);
      return () => outcomeListeners.delete(listener);
    },
    add(deed) {
      // Two in one millisecond keep their order, too.
      const now = new Date().toISOString();
      latest = now > latest ? now : new Date(Date.parse(latest) + 1).toISOString();
      const change = { ...atPresent(deed), key: newKey(), at: latest, by: tab } as Change;
      store.write(change);
      become([...changes, change]);
      wake();
      tell({ is: 'added', change });
      return change;
    },
    dropLast() {
      const last = changes.at(-1);
      if (!last || last.key === sending) return undefined;
      store.remove(last.key);
      tell({ is: 'dropped', key: last.key });
      become(without(last.key));
      return last;
    },
    wake,
    alone: (work) => locked(name, work),
  };
}

/** Somebody may still see a draft where there is a task. */
function atPresent(deed: Deed): Deed {
  if (deed.kind === 'bulk') return { ...deed, ids: deed.ids.map(presentNumber) };
  if (deed.kind !== 'add') return { ...deed, id: presentNumber(deed.id) };
  const { parent_id } = deed.fields;
  return parent_id ? { ...deed, fields: { ...deed.fields, parent_id: presentNumber(parent_id) } } : deed;
}

/**
 * For how long to wait where nothing is wrong with the change: 0 is until it is told that the api is back, or who this
 * is. Undefined is for a refusal.
 */
function waitFor(error: unknown): number | undefined {
  if (!(error instanceof Problem)) return undefined;
  if (error.isAway || error.status === 401) return 0;
  if (error.status !== 429) return undefined;
  return error.retryAfter === undefined ? PAUSE_MILLISECONDS : error.retryAfter * 1000;
}

function failureOf(error: unknown): Failure {
  if (error instanceof Conflict) return { status: 409, message: error.message, theirs: error.current };
  const { status, message, kind } = error instanceof Problem ? error : new Problem(0, String(error));
  return { status, message, kind };
}
