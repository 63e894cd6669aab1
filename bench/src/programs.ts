import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A program that answers over HTTP on this machine. */
export interface Program {
  url: string;
  stop(): Promise<void>;
}

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Starts a Node program from the repository's root, and waits until it says that it is ready. */
export async function start(file: string, environment: Record<string, string>): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready')) resolve();
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The api as it is built, on the given database, with its logs reduced to what is needed here. */
export function startApi(databaseUrl: string): Promise<Program> {
  return start('services/api/dist/main.js', {
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'only for this benchmark, never for anything else',
    METRICS_PORT: '0',
    DRAIN_SECONDS: '0',
  });
}
