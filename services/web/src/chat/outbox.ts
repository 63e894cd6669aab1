import { readStored, writeStored } from '../browser/stored-text.ts';
import { type ChatMessage, textOf } from './chat-message.ts';

/** A message that was sent, but of which the api has not been heard yet. */
export interface Unheard {
  id: string;
  text: string;
  /** The turn whose message it takes the place of. */
  replaces?: number | undefined;
  /** The answer before it. */
  after?: string | undefined;
  at: number;
}

/** The api knows a repeated message for a day; one that waited longer than this is nobody's wish any more. */
const LONGEST_WAIT = 60 * 60 * 1000;

function nameOf(userId: string, conversation: number | undefined): string {
  return `outbox:${userId}:${conversation ?? 'new'}`;
}

/** Keeps a message until it is heard: also a reload must not lose it. Its id makes sending it again harmless. */
export function keepUnheard(userId: string, conversation: number | undefined, message: Unheard): void {
  writeStored(nameOf(userId, conversation), JSON.stringify(message));
}

/** It was heard, or given up. */
export function forgetUnheard(userId: string, conversation: number | undefined): void {
  writeStored(nameOf(userId, conversation), '');
}

/** What was on its way when the page was left, and is not among the messages that have arrived. */
export function unheardIn(
  userId: string,
  conversation: number | undefined,
  messages: readonly ChatMessage[],
  now = Date.now(),
): Unheard | undefined {
  const message = parsed(readStored(nameOf(userId, conversation)));
  if (!message || now - message.at > LONGEST_WAIT) return undefined;
  const before = messages.findIndex(({ id }) => id === message.after);
  const hasArrived = messages
    .slice(before + 1)
    .some((stored) => stored.role === 'user' && textOf(stored) === message.text);
  return hasArrived ? undefined : message;
}

function parsed(stored: string | undefined): Unheard | undefined {
  try {
    const message: Unheard = JSON.parse(stored ?? 'null');
    return typeof message?.id === 'string' && typeof message.text === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
