/** @module What the chat remembers of a conversation when it answers: the newest messages, and how it all began. */
import type { UIMessage } from 'ai';
import type { Language } from '../accounts/profile/preferences.ts';
import { askIn, type Transaction } from '../database/database.ts';
import { messageOf } from './conversation-store.ts';
import { isKnown } from './set-aside.ts';

/** Older messages stay readable for people. */
const HISTORY_LENGTH = 40;

export interface History {
  /** In order; the first is always a person's. */
  messages: UIMessage[];
  /** What the person wrote last. */
  asked: string;
  /** When and where they wrote it. */
  now: Date;
  timeZone: string;
  /** The language that they had chosen, if any. */
  language?: Language | undefined;
  /** The first words of the conversation, when they are not among the messages. */
  beginning?: string;
}

interface Row {
  id: string;
  role: UIMessage['role'];
  parts: unknown;
  metadata: unknown;
  created_at: string;
}

const told = (order: 'asc' | 'desc', limit: number) => `
  select id, role, parts, metadata, created_at from messages
  where user_id = $1 and conversation_id = $2 and ${isKnown} order by position ${order} limit ${limit}`;
const NEWEST = told('desc', HISTORY_LENGTH);
const FIRST = told('asc', 1);

/** The last messages of a conversation. */
export async function readHistory(tx: Transaction, userId: string, id: number): Promise<History> {
  const parameters = [userId, id];
  const rows = await askIn<Row>(tx, { query: NEWEST, parameters });
  const newest = rows.find(({ role }) => role === 'user');
  const metadata = newest?.metadata as { time_zone?: string; language?: Language } | null | undefined;
  const all = rows.reverse();
  // An answer without its question would be nobody's.
  const kept = all.slice(
    Math.max(
      0,
      all.findIndex(({ role }) => role === 'user'),
    ),
  );
  const history: History = {
    messages: kept.map(messageOf),
    asked: newest ? textOf(messageOf(newest)) : '',
    now: newest ? new Date(newest.created_at) : new Date(),
    timeZone: metadata?.time_zone ?? 'UTC',
    language: metadata?.language,
  };
  if (rows.length < HISTORY_LENGTH) return history;
  const [first] = await askIn<Row>(tx, { query: FIRST, parameters });
  return first ? { ...history, beginning: textOf(messageOf(first)) } : history;
}

function textOf(message: UIMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join(' ');
}
