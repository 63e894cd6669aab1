/** @module Mounts the MCP server: bearer tokens only, stateless, and no foreign web page. */
import { Hono } from 'hono';
import { knownTimeZone } from '../accounts/profile/time-zone.ts';
import { bearerOf, type TokenService } from '../accounts/tokens.ts';
import { Problem, unauthorized } from '../http/problem.ts';
import type { TaskService } from '../tasks/service.ts';

export interface McpDependencies {
  tasks: TaskService;
  tokens: TokenService;
  /** The zone that the account remembers. */
  timeZoneOf: (userId: string) => Promise<string>;
  config: { publicUrl: URL; version: string };
  logger: { error(details: Record<string, unknown>, message: string): void };
}

/** The routes under `/mcp`. */
export function mcpRoutes({ tasks, tokens, timeZoneOf, config, logger }: McpDependencies): Hono {
  const app = new Hono();

  app.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    throw error;
  });

  app.use(async (context, next) => {
    // A browser page of another origin must not reach a local server by DNS rebinding.
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== config.publicUrl.origin) {
      throw new Problem(403, { kind: 'foreign-origin', detail: `Requests from ${origin} are not accepted.` });
    }
    await next();
  });

  app.post('/', async (context) => {
    const token = bearerOf(context.req.header('authorization') ?? '');
    if (!token) throw unauthorized('Send an access token: Authorization: Bearer <token>.');
    const { userId, scopes } = await tokens.verify(token);
    const zone = async () =>
      knownTimeZone(context.req.header('time-zone') ?? '') ?? (await timeZoneOf(userId));
    const body: unknown = await context.req.json().catch(() => undefined);
    const { serveMcp } = await import('./server.ts');
    return serveMcp(context.req.raw, body, {
      context: { userId, tasks, zone },
      timeZone: zone,
      version: config.version,
      readOnly: scopes.length > 0 && !scopes.includes('write'),
      onUnexpected: (error, name) => logger.error({ err: error, tool: name }, 'mcp call failed'),
    });
  });

  // Without sessions there is no stream to open and nothing to end.
  app.all('/', () => {
    throw new Problem(405, { detail: 'This MCP server is stateless: use POST.', headers: { allow: 'POST' } });
  });

  return app;
}
