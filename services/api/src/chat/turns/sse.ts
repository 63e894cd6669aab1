/** @module A turn's stream as server-sent events: the AI SDK's UI message stream. */
import { UI_MESSAGE_STREAM_HEADERS, type UIMessageChunk } from 'ai';
import { isLast } from './turn.ts';

const KEEP_ALIVE_MILLISECONDS = 15_000;

/**
 * Answers with a stream of chunks. A stream that is cut off before its last chunk ends without `[DONE]`, by which a
 * client knows that it has to resume. Closing the response only ends the reading, never the turn.
 */
export function streamResponse(
  chunks: (signal: AbortSignal) => AsyncGenerator<UIMessageChunk>,
  conversationId: number,
): Response {
  const reading = new AbortController();
  const encoder = new TextEncoder();
  let keepAlive: NodeJS.Timeout | undefined;
  const source = chunks(reading.signal);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      keepAlive = setInterval(() => {
        // What was sent before waits still: more would only pile up.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': keep-alive\n\n'));
      }, KEEP_ALIVE_MILLISECONDS);
    },
    async pull(controller) {
      // A timer that outlives its stream would end the process when it writes.
      const { value, done } = await source.next().catch((error: unknown) => {
        clearInterval(keepAlive);
        throw error;
      });
      if (!done) {
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
        if (!isLast(value)) return;
        controller.enqueue(encoder.encode('data: [DONE]\n\n'));
      }
      clearInterval(keepAlive);
      if (!reading.signal.aborted) controller.close();
    },
    async cancel() {
      clearInterval(keepAlive);
      reading.abort();
      await source.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      ...UI_MESSAGE_STREAM_HEADERS,
      'cache-control': 'no-cache, no-transform',
      'conversation-id': String(conversationId),
    },
  });
}
