/** @module `GET /api/{user_id}/events`: a user's changes as server-sent events. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { LARGEST_ID } from '../database/counters.ts';
import type { Metrics } from '../health/metrics.ts';
import { callerProblems, problem, userPath } from '../http/openapi.ts';
import { refuseInvalid } from '../http/validation.ts';
import { serverSentEventSchema, userEventSchema } from './event-schema.ts';
import type { EventService } from './events.ts';
import { createPlaces } from './places.ts';
import { eventStream } from './stream.ts';

const route = createRoute({
  method: 'get',
  path: '/{user_id}/events',
  tags: ['Events'],
  operationId: 'followEvents',
  summary: 'Follow task and conversation changes as they happen, from any replica',
  description:
    'Events are named `task` or `conversation`; their ids count per user. A stream that breaks is resumed with the `Last-Event-ID` header, which browsers send by themselves. Where what followed that event is kept no longer (seven days), the first event is `reset`: what the client knows is out of date, and it reads its lists again. A client that does not read is cut off after half a minute, and resumes. A person may have 20 streams open on each api process (`EVENT_STREAMS_PER_PERSON`): one is enough for a client.',
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
      description: 'Server-sent events, each of this form',
      content: { 'text/event-stream': { schema: serverSentEventSchema } },
    },
    ...callerProblems,
    429: problem('Too many requests, or the person has as many streams open here as they may have'),
  },
});

/** Proxies that compress or buffer would hold events back. */
const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

export interface EventRouteDependencies {
  config: { limits: { eventStreamsPerPerson: number } };
  events: EventService;
  logger: Logger;
  metrics: Pick<Metrics, 'eventStreams'>;
  requireUser: RequireUser;
  /** Aborted when the process is about to end: streams end, and clients resume elsewhere. */
  leaving: AbortSignal;
}

/** The event stream, to be mounted under `/api`. */
export function eventRoutes({
  config,
  events,
  logger,
  metrics,
  requireUser,
  leaving,
}: EventRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.openAPIRegistry.register('UserEvent', userEventSchema);
  app.use('/:user_id/events', requireUser);
  const takePlace = createPlaces(config.limits.eventStreamsPerPerson, metrics.eventStreams.refused);

  app.openapi(route, async (context) => {
    const { userId } = context.var;
    const leavePlace = takePlace(userId);
    const lastSeen = context.req.valid('header')['last-event-id'];
    const { after, hasGap } = await events.position(userId, lastSeen).catch((error: unknown) => {
      leavePlace();
      throw error;
    });
    const body = eventStream({
      gapAt: hasGap ? after : undefined,
      leaving,
      subscribe: (signal) => events.subscribe(userId, after, signal),
      onEnd: (reason, error) => {
        leavePlace();
        metrics.eventStreams.closed(reason);
        if (reason === 'broken') logger.warn({ err: error, user_id: userId }, 'event stream broken');
        if (reason === 'stalled') logger.info({ user_id: userId }, 'event stream cut off: nobody read it');
      },
    });
    metrics.eventStreams.opened();
    return new Response(body, { headers: STREAM_HEADERS });
  });

  return app;
}
