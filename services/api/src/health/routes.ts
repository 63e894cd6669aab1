/** @module `/health` for liveness, `/health/ready` for readiness; both without a user. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { json } from '../http/openapi.ts';
import type { ProcessState } from './state.ts';

const checks = z.object({
  database: z.enum(['ok', 'unreachable']),
  migrations: z.enum(['ok', 'pending']),
  process: z.enum(['ok', 'draining']),
});

const live = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Health'],
  operationId: 'getHealth',
  summary: 'Whether the process lives; touches no database',
  security: [],
  responses: { 200: json(z.object({ status: z.literal('ok'), version: z.string() }), 'It lives') },
});

const ready = createRoute({
  method: 'get',
  path: '/health/ready',
  tags: ['Health'],
  operationId: 'getReadiness',
  summary: 'Whether it can answer requests',
  security: [],
  responses: {
    200: json(z.object({ status: z.literal('ok'), version: z.string(), checks }), 'It can'),
    503: json(z.object({ status: z.literal('unavailable'), version: z.string(), checks }), 'It cannot'),
  },
});

export interface HealthDependencies {
  state: ProcessState;
  isDatabaseUp: () => Promise<boolean>;
  version: string;
}

/** The health routes. */
export function healthRoutes({ state, isDatabaseUp, version }: HealthDependencies): OpenAPIHono {
  const app = new OpenAPIHono();

  app.openapi(live, (context) => context.json({ status: 'ok' as const, version }, 200));

  app.openapi(ready, async (context) => {
    const database = await isDatabaseUp();
    const found = {
      database: database ? ('ok' as const) : ('unreachable' as const),
      migrations: state.migrated ? ('ok' as const) : ('pending' as const),
      process: state.draining ? ('draining' as const) : ('ok' as const),
    };
    context.header('cache-control', 'no-store');
    return database && state.migrated && !state.draining
      ? context.json({ status: 'ok' as const, version, checks: found }, 200)
      : context.json({ status: 'unavailable' as const, version, checks: found }, 503);
  });

  return app;
}
