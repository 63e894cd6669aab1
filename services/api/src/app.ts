/** @module Every route of the service, and what they all share. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Accounts } from './accounts/accounts.ts';
import type { Caller, RequireUser } from './accounts/caller.ts';
import { accountRoutes } from './accounts/routes.ts';
import type { TokenService } from './accounts/tokens.ts';
import type { ChatService } from './chat/chat-service.ts';
import { chatRoutes } from './chat/routes.ts';
import type { Config } from './config.ts';
import type { EventService } from './events/events.ts';
import { eventRoutes } from './events/routes.ts';
import type { Metrics } from './health/metrics.ts';
import { healthRoutes } from './health/routes.ts';
import type { ProcessState } from './health/state.ts';
import { accessLog } from './http/access-log.ts';
import { docsRoutes } from './http/docs.ts';
import { toProblem, unexpected } from './http/errors.ts';
import { Problem } from './http/problem.ts';
import { notFound } from './http/validation.ts';
import { mcpRoutes } from './mcp/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import type { TaskService } from './tasks/service.ts';

const BODY_BYTES = 1_000_000;

export interface AppDependencies {
  config: Pick<Config, 'publicUrl' | 'version'>;
  logger: Logger;
  metrics: Metrics;
  state: ProcessState;
  isDatabaseUp: () => Promise<boolean>;
  accounts: Accounts;
  tokens: TokenService;
  tasks: TaskService;
  chat: ChatService;
  events: EventService;
  requireUser: RequireUser;
  /** Aborted when open streams are to end. */
  leaving: AbortSignal;
}

/** The whole service as one app. */
export function createApp(dependencies: AppDependencies): OpenAPIHono<Caller> {
  const { config, logger, metrics, state } = dependencies;
  const app = new OpenAPIHono<Caller>();

  app.use(requestId());
  app.use(accessLog(logger, metrics));
  app.use(
    secureHeaders({ strictTransportSecurity: config.publicUrl.protocol === 'https:', xFrameOptions: 'DENY' }),
  );
  app.use(async (context, next) => {
    await next();
    // HEAD runs what GET runs and sends no body: a stream that nobody reads would never end.
    if (context.req.method === 'HEAD') await context.res.body?.cancel();
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const allow = methods.join(', ');
        return new Problem(405, {
          detail: `${context.req.path} takes ${allow}.`,
          headers: { allow },
        }).toResponse();
      },
    }),
  );
  app.use(
    bodyLimit({
      maxSize: BODY_BYTES,
      onError: () => {
        throw new Problem(413, { detail: `A body may have ${BODY_BYTES} bytes at most.` });
      },
    }),
  );
  for (const path of ['/api/*', '/mcp']) {
    app.use(path, async (_, next) => {
      if (!state.migrated) throw starting();
      await next();
    });
  }

  app.route('/', healthRoutes({ ...dependencies, version: config.version }));
  app.route('/api', accountRoutes(dependencies));
  app.route('/api', taskRoutes(dependencies));
  app.route('/api', eventRoutes(dependencies));
  app.route('/api', chatRoutes(dependencies));
  app.route('/mcp', mcpRoutes(dependencies));
  app.route('/docs', docsRoutes());
  describe(app, config.version);

  app.notFound((context) => notFound(context).toResponse());
  app.onError((error, context) => {
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

function describe(app: OpenAPIHono<Caller>, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'From GET /api/auth/token, valid for 15 minutes',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
    description: 'Set by signing in',
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Todo chatbot',
      version,
      description:
        'Tasks, chat and live changes. Errors are RFC 9457 problem documents. The caller’s IANA time zone comes in the `Time-Zone` header.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'This server' }],
    security: [{ bearer: [] }, { session: [] }],
  });
}
