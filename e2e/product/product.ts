/** The product as a person starts it: `npm start`'s launcher, on free ports and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const launcher = join(import.meta.dirname, '../../services/local/run.mjs');

/** A build may come first. */
const READY_WITHIN = 240_000;

export interface Product {
  url: string;
  /** As Ctrl-C and SIGTERM do; fails when that is not a clean end. */
  stop(): Promise<void>;
}

/** A folder for a product's data, and its removal. */
export function newDataFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'todo-journey-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('this machine gives no port');
  return address.port;
}

/** Holds once the launcher says where the product is; fails with its words when it ends before. */
async function untilAnnounced(child: ChildProcess, url: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  const fail = (reason: string) => reject(new Error(`the product did not start (${reason}):\n${said}`));
  const timer = setTimeout(() => fail('too slow'), READY_WITHIN);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes(`todo-chatbot is at ${url}`)) resolve();
    });
  }
  child.once('close', (code) => fail(`exit code ${code}`));
  await promise.finally(() => clearTimeout(timer));
}

/** Starts the product and waits until it can be used. */
export async function startProduct(dataFolder: string): Promise<Product> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    PORT: String(port),
    API_PORT: String(await freePort()),
    DATA_DIR: dataFolder,
  };
  // The journey is about the product by itself: no database and no model of whoever runs it.
  for (const name of [
    'DATABASE_URL',
    'PUBLIC_URL',
    'OPENAI_API_KEY',
    'OPENAI_BASE_URL',
    'ANTHROPIC_API_KEY',
  ]) {
    delete environment[name as keyof typeof environment];
  }
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  await untilAnnounced(child, url);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      if (code !== 0) throw new Error(`the product did not stop cleanly: ${signal ?? `exit code ${code}`}`);
    },
  };
}
