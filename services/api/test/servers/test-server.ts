/** @module The Postgres that the tests run on: TEST_POSTGRES says which. */
import { connectionOptions } from '../../src/database/connection.ts';
import { debianPostgres } from './debian-postgres.ts';
import { embeddedPostgres } from './embedded-postgres.ts';
import { startPooler } from './pooler.ts';

export interface TestServer {
  /** To the server itself, as a role that may make databases and roles. */
  directUrl: string;
  /** As the service gets it: perhaps through a pooler. */
  serviceUrl: string;
  stop(): Promise<void>;
}

/**
 * `embedded` (none given): the Postgres that comes with the service; `debian`: the system's own, which is older;
 * `pgbouncer`: that one behind a transaction pooler; or the URL of a server that is there, e.g. Neon's, pooled or direct.
 */
export async function startTestServer(choice = process.env.TEST_POSTGRES || 'embedded'): Promise<TestServer> {
  if (choice === 'embedded') return direct(await embeddedPostgres());
  if (choice === 'debian') return direct(await debianPostgres());
  if (choice === 'pgbouncer') return startPooler(await debianPostgres());
  if (URL.canParse(choice)) {
    const { settings } = connectionOptions(choice, { direct: true });
    return { directUrl: settings.connectionString, serviceUrl: choice, stop: async () => {} };
  }
  throw new Error(`TEST_POSTGRES must be embedded, debian, pgbouncer or a Postgres URL, not ${choice}`);
}

export interface StartedServer {
  url: string;
  stop(): Promise<void>;
}

function direct({ url, stop }: StartedServer): TestServer {
  return { directUrl: url, serviceUrl: url, stop };
}
