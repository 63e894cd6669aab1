/** @module A client that brings a turn to its end whatever becomes of the servers, as the browser does. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  parseJsonEventStream,
  readUIMessageStream,
  type UIMessage,
  type UIMessageChunk,
  uiMessageChunkSchema,
} from 'ai';
import type { Person } from '../people/person.ts';

export interface Followed {
  conversation: number;
  /** As the client saw it; undefined when the answer was complete before it could be seen. */
  message: UIMessage | undefined;
  /** Whether the stream broke before its end, and so the turn was really hit. */
  broke: boolean;
  /** When the whole answer was there. */
  endedAt: number;
}

const PATIENCE_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 50;

/** Sends a message to the first server, and follows its turn on whichever server answers. */
export async function follow(servers: readonly string[], person: Person, message: string): Promise<Followed> {
  const key = crypto.randomUUID();
  const until = Date.now() + PATIENCE_MILLISECONDS;
  const result: Followed = { conversation: 0, message: undefined, broke: false, endedAt: 0 };
  for (let attempt = 0; Date.now() < until; attempt++) {
    const server = servers[attempt % servers.length] ?? '';
    try {
      const response = result.conversation
        ? await fetch(`${server}/api/${person.id}/chat/${result.conversation}/stream`, {
            headers: person.headers,
          })
        : await fetch(`${server}/api/${person.id}/chat`, {
            method: 'POST',
            headers: { ...person.headers, accept: 'text/event-stream', 'idempotency-key': key },
            body: JSON.stringify({ message }),
          });
      if (response.status === 204) {
        // The turn has ended meanwhile: its answer is in the conversation.
        return { ...result, endedAt: performance.now() };
      }
      if (response.ok && response.body) {
        result.conversation = Number(response.headers.get('conversation-id'));
        const chunks: UIMessageChunk[] = [];
        for await (const chunk of parseJsonEventStream({
          stream: response.body,
          schema: uiMessageChunkSchema,
        })) {
          if (!chunk.success) throw chunk.error;
          chunks.push(chunk.value);
          if (chunk.value.type === 'finish') {
            return { ...result, message: await messageOf(chunks), endedAt: performance.now() };
          }
        }
      }
    } catch {
      // The server is away, or went away in the middle: another one has the turn.
    }
    result.broke = true;
    await delay(PAUSE_MILLISECONDS);
  }
  throw new Error(`no end of the turn in ${PATIENCE_MILLISECONDS / 1000} s`);
}

async function messageOf(chunks: readonly UIMessageChunk[]): Promise<UIMessage | undefined> {
  let message: UIMessage | undefined;
  for await (const state of readUIMessageStream({ stream: ReadableStream.from([...chunks]) }))
    message = state;
  return message;
}
