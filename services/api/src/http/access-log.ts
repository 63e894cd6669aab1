/** @module One log line and one measurement per answered request. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { Metrics } from '../health/metrics.ts';

interface Answered {
  Variables: { requestId: string; userId?: string };
}

/** Paths hold ids alone; queries and bodies may hold what people wrote, so neither is logged. */
export function accessLog(logger: Logger, metrics: Metrics): MiddlewareHandler<Answered> {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const milliseconds = performance.now() - start;
    const { method, path } = context.req;
    const { status } = context.res;
    // Here, since answers that are made whole elsewhere carry none of what was prepared before.
    context.header('x-request-id', context.var.requestId);
    const route = matchedRoutes(context).findLast((matched) => matched.method !== 'ALL')?.path ?? 'none';
    metrics.observe({ method, route, status, seconds: milliseconds / 1000 });
    const level = path.startsWith('/health') ? 'debug' : status >= 500 ? 'warn' : 'info';
    logger[level](
      {
        request_id: context.var.requestId,
        ...(context.var.userId === undefined ? {} : { user_id: context.var.userId }),
        method,
        path,
        status,
        ms: Math.round(milliseconds * 10) / 10,
      },
      'request',
    );
  };
}
