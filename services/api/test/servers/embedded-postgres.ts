/** @module The Postgres that comes with the service, in a folder that is thrown away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.ts';
import type { StartedServer } from './test-server.ts';

/** Starts it, with room for the connections of all tests at once. */
export async function embeddedPostgres(): Promise<StartedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-api-test-'));
  const server = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 200 });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
