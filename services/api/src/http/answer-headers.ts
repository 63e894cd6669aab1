/**
 * @module What every answer carries: a request id and what browsers are to hold to. Node's own answer takes it where
 * there is one; by way of `Headers` it cost a sixth of a list.
 */
import type { HttpBindings } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

interface Answered {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string };
}

/** A caller's own request id is kept when it is sane: it is logged, and sent back. */
const SANE_ID = /^[\w\-=]{1,255}$/;

/** Puts them on every answer, refusals included. */
export function answerHeaders({ isHttps }: { isHttps: boolean }): MiddlewareHandler<Answered> {
  const forBrowsers = fixedHeaders(isHttps);
  return async (context, next) => {
    const given = context.req.header('x-request-id');
    const requestId = given !== undefined && SANE_ID.test(given) ? given : crypto.randomUUID();
    context.set('requestId', requestId);
    const headers = await forBrowsers;
    const outgoing = context.env?.outgoing;
    if (outgoing) {
      for (const [name, value] of headers) outgoing.setHeader(name, value);
      outgoing.setHeader('x-request-id', requestId);
      return next();
    }
    await next();
    for (const [name, value] of headers) context.res.headers.set(name, value);
    context.res.headers.set('x-request-id', requestId);
  };
}

/** They are the same for every answer: the library is asked once. */
async function fixedHeaders(isHttps: boolean): Promise<[string, string][]> {
  const app = new Hono().use(secureHeaders({ strictTransportSecurity: isHttps, xFrameOptions: 'DENY' }));
  app.get('/', (context) => context.body(null));
  return [...(await app.request('/')).headers];
}
