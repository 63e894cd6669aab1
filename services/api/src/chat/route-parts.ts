/** @module What the routes that answer with a turn share. */
import type { Context } from 'hono';
import { chatAnswerSchema, messageStreamSchema } from './route-schemas.ts';

/** A turn's answer in both of its forms. */
export const answerResponse = {
  description: 'The answer; as a stream with `Accept: text/event-stream`',
  content: {
    'application/json': { schema: chatAnswerSchema },
    'text/event-stream': { schema: messageStreamSchema },
  },
};

/** Whether the caller reads the answer as it is made. */
export function wantsStream(context: Context): boolean {
  return /\btext\/event-stream\b/i.test(context.req.header('accept') ?? '');
}
