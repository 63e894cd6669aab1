/** @module A span for each request, which continues the caller's trace. */
import type { MiddlewareHandler } from 'hono';
import { routePattern } from '../http/route-pattern.ts';
import { currentTracing } from './tracing.ts';

interface Answered {
  Variables: { requestId: string; userId?: string };
}

/** Paths and ids alone; neither queries nor bodies, which hold what people wrote. Health is asked too often to tell. */
export function traceRequests(): MiddlewareHandler<Answered> {
  return async (request, next) => {
    const tracing = currentTracing();
    const { method, path } = request.req;
    if (!tracing || path.startsWith('/health')) return next();
    const parent = tracing.extract(request.req.raw.headers);
    const options = {
      kind: tracing.kinds.SERVER,
      attributes: { 'http.request.method': method, 'url.path': path },
    };
    const span = tracing.tracer.startSpan(method, options, parent);
    try {
      await tracing.within(span, next, parent);
      const { status } = request.res;
      const route = routePattern(request);
      if (route) span.updateName(`${method} ${route}`).setAttribute('http.route', route);
      span
        .setAttribute('http.response.status_code', status)
        .setAttribute('request.id', request.get('requestId'));
      const userId = request.get('userId');
      if (userId) span.setAttribute('user.id', userId);
      if (status >= 500) span.setStatus({ code: tracing.errorCode });
    } finally {
      span.end();
    }
  };
}
