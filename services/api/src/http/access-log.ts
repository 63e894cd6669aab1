/** @module One log line and one measurement per answered request. */
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Metrics } from '../health/metrics.ts';
import { routePattern } from './route-pattern.ts';

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
    const requestId = context.get('requestId');
    const route = routePattern(context) ?? 'none';
    metrics.observe({ method, route, status, seconds: milliseconds / 1000 });
    const level = path.startsWith('/health') ? 'debug' : status >= 500 ? 'warn' : 'info';
    const userId = context.get('userId');
    logger[level](
      {
        request_id: requestId,
        ...(userId === undefined ? {} : { user_id: userId }),
        method,
        path,
        status,
        ms: Math.round(milliseconds * 10) / 10,
      },
      'request',
    );
  };
}
