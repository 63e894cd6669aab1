/** The product as a person starts it: `npm start`'s launcher, on free ports and a data folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { startChild, untilSaid } from './child.ts';

const launcher = join(import.meta.dirname, '../../services/local/run.mjs');

/** A build may come first, which a busy machine takes minutes for. */
const READY_WITHIN = 600_000;

/** The journey is about the product by itself: no database and no model of whoever runs it. */
const OF_OTHERS = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'JWT_SECRET',
  'JWT_SECRET_PREVIOUS',
  'PUBLIC_URL',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'ANTHROPIC_API_KEY',
  'AI_MODEL',
  'AI_FALLBACK',
  'SMTP_URL',
  'MAIL_FROM',
];

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

/** Starts the product and waits until it can be used. */
export async function startProduct(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<Product> {
  const port = await getPort();
  const url = `http://localhost:${port}`;
  const child = startChild([launcher, 'start'], {
    env: {
      ...Object.fromEntries(OF_OTHERS.map((name) => [name, undefined])),
      PORT: String(port),
      API_PORT: String(await getPort()),
      DATA_DIR: dataFolder,
      ...settings,
    },
  });
  try {
    await untilSaid(child.process, `todo-chatbot is at ${url}`, READY_WITHIN);
  } catch (error) {
    await child.end();
    throw error;
  }
  return {
    url,
    async stop() {
      const { code, signal } = await child.end();
      if (code !== 0) throw new Error(`the product did not stop cleanly: ${signal ?? `exit code ${code}`}`);
    },
  };
}
