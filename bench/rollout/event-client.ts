/** @module Somebody whose page is open: follows the events of one person, and opens the stream again as browsers do. */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { EventRecord } from './audit-events.ts';
import { type Client, think } from './client.ts';

/** What the product tells browsers to wait (`retry:`), and what the page waits after an error. */
const RETRY_MILLISECONDS = 1000;
const ERROR_MILLISECONDS = 3000;

/** Follows the events until the signal aborts, and writes each one down. */
export async function followEvents(
  client: Client,
  record: EventRecord[],
  signal: AbortSignal,
): Promise<void> {
  let last: string | undefined;
  for (let opened = 0; !signal.aborted; opened++) {
    if (opened > 0) client.ledger.reopened += 1;
    let wait = RETRY_MILLISECONDS;
    try {
      const answer = await client.open('/events', {
        headers: { accept: 'text/event-stream', ...(last ? { 'last-event-id': last } : {}) },
        signal,
      });
      const stream = answer.body as ReadableStream<Uint8Array> | null;
      const events = stream?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const { id, data } of events ?? []) {
        if (id === undefined) continue;
        last = id;
        const { type, task } = JSON.parse(data) as { type: string; task?: { id: number } };
        record.push({ id: Number(id), type, ...(task && { taskId: task.id }), at: Date.now() });
      }
    } catch {
      // A stream that breaks is opened again like one that ends; an answer that is an error has been noted.
      wait = ERROR_MILLISECONDS;
    }
    await think(wait, signal);
  }
}
