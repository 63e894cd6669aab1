/** @module Events as the bytes of an open stream: read no faster than they are taken, and ended where nobody takes them. */
import type { NumberedEvent } from './events.ts';

const RETRY_MILLISECONDS = 1_000;
const COMMENT_MILLISECONDS = 15_000;
/** So many comments in a row for which there was no room: resuming is better then than waiting. */
const MOST_WAITING = 2;

/** Why a stream ended: the reader left, the process is leaving, nobody read, or its events could not be had. */
export type StreamEnd = 'closed' | 'leaving' | 'stalled' | 'broken';

export interface EventStreamOptions {
  /** Said at first: what the reader knew is not what is there. */
  gapAt?: number | undefined;
  /** Aborted when the process is about to end. */
  leaving: AbortSignal;
  subscribe(signal: AbortSignal): AsyncIterable<NumberedEvent>;
  onEnd(reason: StreamEnd, error?: unknown): void;
}

/** Server-sent events. At most one event waits here for a reader; the others stay in the database. */
export function eventStream({
  gapAt,
  leaving,
  subscribe,
  onEnd,
}: EventStreamOptions): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const events = subscribe(AbortSignal.any([gone.signal, leaving]))[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let waiting = 0;
  let comment: NodeJS.Timeout | undefined;
  let hasEnded = false;

  const end = (reason: StreamEnd, error?: unknown) => {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(comment);
    gone.abort();
    onEnd(reason, error);
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      const gap = gapAt === undefined ? '' : textOf(gapAt, 'reset', { type: 'reset' });
      controller.enqueue(encoder.encode(`retry: ${RETRY_MILLISECONDS}\n\n${gap}`));
      comment = setInterval(() => {
        waiting = (controller.desiredSize ?? 0) > 0 ? 0 : waiting + 1;
        // What was sent before waits still: more would only pile up.
        if (waiting === 0) controller.enqueue(encoder.encode(':\n\n'));
        else if (waiting === MOST_WAITING) {
          end('stalled');
          controller.error(new Error('nobody reads this event stream'));
        }
      }, COMMENT_MILLISECONDS);
    },
    async pull(controller) {
      waiting = 0;
      try {
        const { done, value } = await events.next();
        if (done) {
          end(leaving.aborted ? 'leaving' : 'closed');
          if (!gone.signal.aborted || leaving.aborted) controller.close();
          return;
        }
        const { id, ...event } = value;
        const name = event.type.startsWith('task.') ? 'task' : 'conversation';
        controller.enqueue(encoder.encode(textOf(id, name, event)));
      } catch (error) {
        // Most likely the database went away: the stream ends, and the client resumes it.
        end('broken', error);
        controller.close();
      }
    },
    cancel: () => end('closed'),
  });
}

function textOf(id: number, name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\nid: ${id}\n\n`;
}
