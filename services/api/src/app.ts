/** @module Every route of the service, and what they all share. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Logger } from 'pino';
import { accessTokenRoutes } from './accounts/access-tokens/access-token-routes.ts';
import type { AccessTokenService } from './accounts/access-tokens/access-tokens.ts';
import type { Caller, RequireUser } from './accounts/caller.ts';
import { type AccountRouteDependencies, accountRoutes } from './accounts/routes.ts';
import type { ChatService } from './chat/chat-service.ts';
import { chatRoutes } from './chat/routes.ts';
import type { Config } from './config.ts';
import type { EventService } from './events/events.ts';
import { eventRoutes } from './events/routes.ts';
import type { Metrics } from './health/metrics.ts';
import { healthRoutes } from './health/routes.ts';
import type { ProcessState } from './health/state.ts';
import { accessLog } from './http/access-log.ts';
import { answerHeaders } from './http/answer-headers.ts';
import { brokenJson, checkBody } from './http/body.ts';
import type { Description } from './http/description/complete.ts';
import { describe } from './http/description/describe.ts';
import { docsRoutes } from './http/docs.ts';
import { isBrokenJson, toProblem, unexpected } from './http/errors.ts';
import { Problem } from './http/problem.ts';
import { notFound, methodNotAllowed as refuseMethod } from './http/validation.ts';
import { describeMcp } from './mcp/openapi.ts';
import { mcpRoutes } from './mcp/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import type { TaskService } from './tasks/service.ts';
import { traceRequests } from './telemetry/trace-requests.ts';
import { currentTracing } from './telemetry/tracing.ts';
import { transferRoutes } from './transfer/routes.ts';

export interface AppDependencies extends AccountRouteDependencies {
  config: Pick<Config, 'publicUrl' | 'version' | 'limits'>;
  logger: Logger;
  metrics: Metrics;
  state: ProcessState;
  isDatabaseUp: () => Promise<boolean>;
  timeZoneOf: (userId: string) => Promise<string>;
  accessTokens: AccessTokenService;
  tasks: TaskService;
  chat: ChatService;
  events: EventService;
  /** `requireUser`, with the limit on messages. */
  requireChatter: RequireUser;
  /** Aborted when open streams are to end. */
  leaving: AbortSignal;
}

/** The whole service as one app. */
export function createApp(dependencies: AppDependencies): OpenAPIHono<Caller> {
  const { config, logger, metrics, state } = dependencies;
  const app = new OpenAPIHono<Caller>();

  app.use(answerHeaders({ isHttps: config.publicUrl.protocol === 'https:' }));
  if (currentTracing()) app.use(traceRequests());
  app.use(accessLog(logger, metrics));
  app.use(async (context, next) => {
    await next();
    // HEAD runs what GET runs and sends no body: a stream that nobody reads would never end.
    if (context.req.method === 'HEAD') await context.res.body?.cancel();
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => refuseMethod(context, methods).toResponse(),
    }),
  );
  app.use(checkBody());
  for (const path of ['/api/*', '/mcp']) {
    app.use(path, async (_, next) => {
      if (!state.migrated) throw starting();
      await next();
    });
  }

  app.route('/', healthRoutes({ ...dependencies, version: config.version }));
  app.route('/api', accountRoutes(dependencies));
  app.route('/api', accessTokenRoutes(dependencies));
  app.route('/api', taskRoutes(dependencies));
  app.route('/api', transferRoutes(dependencies));
  app.route('/api', eventRoutes(dependencies));
  app.route('/api', chatRoutes({ ...dependencies, requireUser: dependencies.requireChatter }));
  app.route('/mcp', mcpRoutes(dependencies));
  app.route('/docs', docsRoutes());
  describeMcp(app.openAPIRegistry);
  // Made when it is first asked for: a start must not wait for it.
  let description: Description | undefined;
  app.get('/openapi.json', (context) => {
    description ??= describe(app, config.version);
    return context.json(description, 200, { 'cache-control': 'no-cache' });
  });

  app.notFound((context) => notFound(context).toResponse());
  app.onError(async (error, context) => {
    if (isBrokenJson(error)) return (await brokenJson(context)).toResponse();
    const problem = toProblem(error);
    if (problem && problem.status < 500) return problem.toResponse();
    const request_id = context.get('requestId' as never) as string;
    if (problem) logger.warn({ request_id, err: error.cause ?? error }, problem.title);
    else logger.error({ request_id, err: error }, 'unexpected error');
    return (problem ?? unexpected(request_id)).toResponse();
  });
  return app;
}

function starting(): Problem {
  return new Problem(503, {
    kind: 'starting',
    detail: 'The service is starting. Try again in a second.',
    headers: { 'retry-after': '1' },
  });
}
