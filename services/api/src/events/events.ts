/** @module A user's changes as a numbered stream that any replica can serve and any client can resume. */
import type { Transaction } from '../database/database.ts';
import type { Task } from '../tasks/schema.ts';

export interface Conversation {
  id: number;
  title: string;
  created_at: string;
  updated_at: string;
}

export type UserEvent =
  | { type: 'task.created' | 'task.updated' | 'task.deleted' | 'task.restored'; task: Task }
  | {
      type: 'conversation.created' | 'conversation.updated' | 'conversation.deleted';
      conversation: Conversation;
    };

export type NumberedEvent = { id: number } & UserEvent;

export interface Position {
  after: number;
  /** Events between `lastSeen` and this are kept no longer: what was known then says nothing of now. */
  hasGap: boolean;
}

export interface EventService {
  /** Within the transaction that makes the changes: all are seen, or none. */
  publish(tx: Transaction, userId: string, ...events: UserEvent[]): Promise<void>;
  /**
   * Where a stream that starts now begins: after `lastSeen`, or after all that has happened. Ask before
   * the client is told that the stream is open: from then on it must miss nothing.
   */
  position(userId: string, lastSeen: number | undefined): Promise<Position>;
  /** Events after `afterId` (none: from now on), then each new one until the signal aborts. */
  subscribe(userId: string, afterId: number | undefined, signal: AbortSignal): AsyncIterable<NumberedEvent>;
}
