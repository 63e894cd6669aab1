/** @module The route that answered a request. */
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** Its pattern, so that ids make no names of their own; undefined when there was none. */
export function routePattern(context: Context): string | undefined {
  return matchedRoutes(context).findLast((matched) => matched.method !== 'ALL')?.path;
}
