/** @module `GET /api/{user_id}/events`: a user's changes as server-sent events. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { callerProblems, userPath } from '../http/openapi.ts';
import { refuseInvalid } from '../http/validation.ts';
import { LARGEST_ID } from '../tasks/schema.ts';
import type { EventService } from './events.ts';

const RETRY_MILLISECONDS = 1_000;
const COMMENT_MILLISECONDS = 15_000;

const route = createRoute({
  method: 'get',
  path: '/{user_id}/events',
  tags: ['Events'],
  summary: 'Follow task and conversation changes as they happen, from any replica',
  description:
    'Events are named `task` or `conversation`; their ids count per user. A stream that breaks is resumed with the `Last-Event-ID` header, which browsers send by themselves.',
  request: {
    params: userPath,
    headers: z.object({
      'last-event-id': z
        .preprocess(
          (value) => (value === '' ? undefined : value),
          z.coerce
            .number({ error: 'must be a whole number' })
            .int({ error: 'must be a whole number' })
            .min(0, { error: 'must be at least 0' })
            .max(LARGEST_ID, { error: 'is too large' })
            .optional(),
        )
        .openapi({ type: 'integer', minimum: 0, description: 'The last event that was seen' }),
    }),
  },
  responses: {
    200: {
      description: 'Server-sent events',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...callerProblems,
  },
});

export interface EventRouteDependencies {
  events: EventService;
  logger: Logger;
  requireUser: RequireUser;
  /** Aborted when the process is about to end: streams end, and clients resume elsewhere. */
  leaving: AbortSignal;
}

/** The event stream, to be mounted under `/api`. */
export function eventRoutes({
  events,
  logger,
  requireUser,
  leaving,
}: EventRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.use('/:user_id/events', requireUser);

  app.openapi(route, async (context) => {
    const { userId } = context.var;
    const after = await events.position(userId, context.req.valid('header')['last-event-id']);
    const send = async (stream: SSEStreamingApi) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const ended = AbortSignal.any([gone.signal, leaving]);
      const comment = setInterval(() => void stream.write(':\n\n'), COMMENT_MILLISECONDS);
      try {
        await stream.write(`retry: ${RETRY_MILLISECONDS}\n\n`);
        for await (const { id, ...event } of events.subscribe(userId, after, ended)) {
          const name = event.type.startsWith('task.') ? 'task' : 'conversation';
          await stream.writeSSE({ id: String(id), event: name, data: JSON.stringify(event) });
        }
      } finally {
        clearInterval(comment);
      }
    };
    // Most likely the database went away: the stream ends, and the client resumes it.
    const response = streamSSE(context, send, async (error) =>
      logger.warn({ err: error, user_id: userId }, 'event stream broken'),
    );
    // Proxies that compress or buffer would hold events back.
    response.headers.set('cache-control', 'no-cache, no-transform');
    response.headers.set('x-accel-buffering', 'no');
    return response;
  });

  return app;
}
