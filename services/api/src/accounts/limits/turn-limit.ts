/** @module How many messages one person may send to the chat, on all replicas together. */
import type { RequireUser } from '../caller.ts';
import type { RateLimits, Rule } from './limits.ts';

/** `requireUser`, and for a new message the limit; a rule of no points limits nobody. */
export function limitTurns(requireUser: RequireUser, limits: RateLimits, rule: Rule): RequireUser {
  if (rule.points === 0) return requireUser;
  return (context, next) => {
    // As `requireUser`: one request may come by here twice.
    const isCounted = context.var.userId !== undefined;
    return requireUser(context, async () => {
      const isMessage = !isCounted && context.req.method === 'POST' && context.req.path.endsWith('/chat');
      const headers = isMessage ? await limits.take(rule, context.var.userId) : {};
      await next();
      for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    });
  };
}
