/** @module Streams end with what opened them: a session or an access token that is revoked. */
import { isJsonAnswer } from '../../http/json-answer.ts';
import type { Revocations } from './revocations.ts';

/** Whether it is one; what was made as JSON is not looked into, for its headers would be made anew. */
export function isEventStream(response: Response): boolean {
  if (isJsonAnswer(response)) return false;
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

/** The same answer, whose body ends as soon as the credential is revoked. */
export function endingWith(
  response: Response,
  credential: string,
  revocations: Pick<Revocations, 'watch'>,
): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  let isOpen = true;
  let unwatch = () => {};
  const end = () => {
    isOpen = false;
    unwatch();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        unwatch = revocations.watch(credential, () => {
          end();
          reader.cancel().catch(() => {});
          controller.close();
        });
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!isOpen) return;
          if (value) controller.enqueue(value);
          if (!done) return;
          end();
          controller.close();
        } catch (error) {
          if (isOpen) end();
          throw error;
        }
      },
      cancel(reason) {
        end();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead of the client.
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
