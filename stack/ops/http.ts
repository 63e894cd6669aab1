/** @module The operations server over Streamable HTTP: on this machine alone, and for those who have the token. */
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createOpsServer, type OpsOptions } from './server.ts';

/** More clients than a person has programs; the one that was longest silent goes. */
const mostSessions = 20;

/** A server that listens. */
export interface Serving {
  url: string;
  close(): Promise<void>;
}

/** Serves at 127.0.0.1; port 0 is any that is free. */
export async function serveOverHttp(options: OpsOptions, port: number, token: string): Promise<Serving> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, server, token);
    if (refusal) {
      const headers = refusal === 401 ? { 'www-authenticate': 'Bearer' } : {};
      return void response.writeHead(refusal, headers).end();
    }
    const id = request.headers['mcp-session-id'];
    const known = typeof id === 'string' ? sessions.get(id) : undefined;
    if (typeof id === 'string' && !known) return void response.writeHead(404).end();
    await (known ?? (await begin())).handleRequest(request, response);
    if (known && typeof id === 'string' && sessions.delete(id)) sessions.set(id, known);
  }

  async function begin(): Promise<StreamableHTTPServerTransport> {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        sessions.set(id, transport);
        const [oldest] = sessions;
        if (sessions.size > mostSessions && oldest) void oldest[1].close();
      },
      onsessionclosed: (id) => void sessions.delete(id),
    });
    transport.onclose = () => {
      if (transport.sessionId) sessions.delete(transport.sessionId);
    };
    // The transport's own types leave out that these may be undefined.
    await createOpsServer(options).connect(
      transport as Parameters<ReturnType<typeof createOpsServer>['connect']>[0],
    );
    return transport;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/mcp`,
    async close() {
      for (const transport of [...sessions.values()]) await transport.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Status of a request that is not answered: another path, a page of the web that found this address, no token. */
function refusalOf(
  { url = '', headers }: IncomingMessage,
  server: Server,
  token: string,
): number | undefined {
  if (url.split('?')[0] !== '/mcp') return 404;
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${portOf(server)}`);
  if (!hosts.includes(headers.host ?? '')) return 403;
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return 403;
  return isSame(headers.authorization ?? '', `Bearer ${token}`) ? undefined : 401;
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
