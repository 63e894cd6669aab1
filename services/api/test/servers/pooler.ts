/** @module pgbouncer in transaction mode, as hosted Postgres puts one before its servers. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../src/database/free-port.ts';
import { ownProgram } from './own-program.ts';
import type { StartedServer, TestServer } from './test-server.ts';

/** Starts it before `server`, which is stopped with it. */
export async function startPooler(server: StartedServer): Promise<TestServer> {
  const { hostname, port, username, password } = new URL(server.url);
  const program = ownProgram('pgbouncer');
  const own = await freePort();
  const file = (name: string, lines: string[]) => {
    const path = join(program.folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 });
    program.own(path);
    return path;
  };
  const users = file('users.txt', [`"${username}" "${password}"`, '"humble" "humble"']);
  const settings = file('pgbouncer.ini', [
    '[databases]',
    `* = host=${hostname} port=${port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${own}`,
    'unix_socket_dir =',
    'pool_mode = transaction',
    'auth_type = scram-sha-256',
    `auth_file = ${users}`,
    'max_client_conn = 1000',
    'default_pool_size = 8',
    // Databases of tests come and go.
    'server_idle_timeout = 5',
  ]);
  await program.serve('/usr/sbin/pgbouncer', ['-q', settings], own);
  return {
    directUrl: server.url,
    serviceUrl: Object.assign(new URL(server.url), { port: String(own) }).href,
    async stop() {
      await program.stop();
      await server.stop();
    },
  };
}
