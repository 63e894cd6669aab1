/** @module The official client, connected to the routes without a socket. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { TokenService } from '../../accounts/tokens.ts';
import type { mcpRoutes } from '../routes.ts';

interface Caller {
  userId: string;
  scopes?: string[] | undefined;
  headers?: Record<string, string>;
}

/** A client of one user. */
export async function connectTo(
  app: ReturnType<typeof mcpRoutes>,
  tokens: TokenService,
  { userId, scopes, headers }: Caller,
): Promise<Client> {
  const token = await tokens.issue(userId, scopes ? { scopes } : {});
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL('http://api/'), {
    requestInit: { headers: { ...headers, authorization: `Bearer ${token}` } },
    fetch: async (url, init) => app.request(String(url), init),
  });
  // The SDK's own types disagree about an absent session id.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}
