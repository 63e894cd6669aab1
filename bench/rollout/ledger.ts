/** @module What all clients have been told and have seen: the one thing that the result is computed from. */

/** A request that did not get the answer it had to get. */
export interface Failure {
  at: string;
  client: string;
  request: string;
  what: string;
}

/** A task whose creation was acknowledged, as it must be found at the end. */
export interface AcknowledgedTask {
  userId: string;
  id: number;
  title: string;
  /** `unsure` once a change of it was not answered. */
  state: 'pending' | 'completed' | 'deleted' | 'unsure';
  /** When the creation was acknowledged, in milliseconds. */
  at: number;
}

/** A message that was answered to its end, with the answer as the stream gave it. */
export interface Turn {
  userId: string;
  conversationId: number;
  said: string;
  /** A word that is in the title of the task that this message makes, and in no other. */
  word: string;
  answer: string;
}

/** A chat that lost text, or in which the person would have had to act. */
export interface BrokenChat {
  at: string;
  client: string;
  what: string;
}

export interface Ledger {
  requests: number;
  failures: Failure[];
  tasks: AcknowledgedTask[];
  /** Titles of tasks whose creation was not answered: they may be there once. */
  unsure: Set<string>;
  turns: Turn[];
  /** Words of messages that were not answered to their end. */
  unsureWords: Set<string>;
  /** Streams of answers that were cut and went on by themselves. */
  resumed: number;
  brokenChats: BrokenChat[];
  /** Event streams that ended and were opened again. */
  reopened: number;
  fail(client: string, request: string, what: string): void;
  breakChat(client: string, what: string): void;
}

/** An empty ledger. */
export function createLedger(): Ledger {
  const now = () => new Date().toISOString();
  return {
    requests: 0,
    failures: [],
    tasks: [],
    unsure: new Set(),
    turns: [],
    unsureWords: new Set(),
    resumed: 0,
    brokenChats: [],
    reopened: 0,
    fail(client, request, what) {
      this.failures.push({ at: now(), client, request, what });
    },
    breakChat(client, what) {
      this.brokenChats.push({ at: now(), client, what });
    },
  };
}
