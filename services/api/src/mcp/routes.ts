/** @module Mounts the MCP server: bearer tokens only, stateless, and no foreign web page. */
import { Hono } from 'hono';
import type { TokenService } from '../accounts/tokens.ts';
import { Problem, unauthorized } from '../http/problem.ts';
import type { TaskService } from '../tasks/service.ts';
import { serveMcp } from './server.ts';

export interface McpDependencies {
  tasks: TaskService;
  tokens: TokenService;
  config: { publicUrl: URL; version: string };
  logger: { error(details: Record<string, unknown>, message: string): void };
}

/** The routes under `/mcp`. */
export function mcpRoutes({ tasks, tokens, config, logger }: McpDependencies): Hono {
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
    const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (!token) throw unauthorized('Send an access token: Authorization: Bearer <token>.');
    const { userId, scopes } = await tokens.verify(token);
    return serveMcp(context.req.raw, {
      context: { userId, tasks },
      version: config.version,
      readOnly: scopes.length > 0 && !scopes.includes('write'),
      onUnexpected: (error, tool) => logger.error({ err: error, tool }, 'tool failed'),
    });
  });

  // Without sessions there is no stream to open and nothing to end.
  app.all('/', () => {
    throw new Problem(405, { detail: 'This MCP server is stateless: use POST.', headers: { allow: 'POST' } });
  });

  return app;
}
