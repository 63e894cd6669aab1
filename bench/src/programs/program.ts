/** @module The programs that are measured: started as they are built, and ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';

/** A program that answers over HTTP on this machine. */
export interface Program {
  url: string;
  pid: number;
  /** Resolves with its code, or the signal's name, when it is no more. */
  ended: Promise<number | string>;
  stop(): Promise<void>;
  /** Ends it as a crash does, at this very moment. */
  kill(): Promise<void>;
}

/** The repository's root. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Start {
  /** Where it runs; the repository's root by default. */
  directory?: string;
  /** What it is started by, if not by itself: a command that becomes it. */
  by?: string[];
}

/** What was started and has not ended: whatever ends this process, none of it is left behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a Node program, and waits until it says that it is ready. `PORT` may be given. */
export async function start(
  file: string | string[],
  environment: Record<string, string>,
  { directory = root, by = [] }: Start = {},
): Promise<Program> {
  const port = environment.PORT ?? String(await getPort());
  const [command = '', ...words] = [...by, process.execPath, ...[file].flat()];
  const child = spawn(command, words, {
    cwd: directory,
    env: { ...process.env, ...environment, PORT: port, HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (/ready/i.test(chunk.toString())) resolve();
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 0))),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** Keys that happen to be set must not make a benchmark call somebody else's model. */
const NO_MODEL = {
  OPENAI_API_KEY: '',
  OPENAI_BASE_URL: '',
  ANTHROPIC_API_KEY: '',
  AI_MODEL: '',
  AI_FALLBACK: '',
};

/** One person asks here as many would. */
const NO_LIMITS = { REQUESTS_PER_MINUTE: '0', CHAT_TURNS_PER_MINUTE: '0', EVENT_STREAMS_PER_PERSON: '0' };

/** What the api is told whatever it stores in. */
export const SETTINGS = {
  ...NO_MODEL,
  ...NO_LIMITS,
  // As in the image.
  NODE_OPTIONS: '--max-semi-space-size=4',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  METRICS_PORT: '0',
  DRAIN_SECONDS: '0',
};

export const API = 'services/api/dist/main.js';

/** The api as it is built, on the given database, with its logs reduced to what is needed here. */
export function startApi(
  databaseUrl: string,
  settings: Record<string, string> = {},
  file = API,
): Promise<Program> {
  return start(file, {
    ...SETTINGS,
    ...settings,
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'only for this benchmark, never for anything else',
  });
}

/** web as it is built, before an api. */
export function startWeb(apiUrl: string, settings: Record<string, string> = {}): Promise<Program> {
  return start(
    ['--require', './drain.cjs', 'services/web/server.js'],
    {
      ...settings,
      API_URL: apiUrl,
      HOSTNAME: '127.0.0.1',
      METRICS_PORT: '0',
      DRAIN_SECONDS: '0',
      NODE_ENV: 'production',
      NEXT_MANUAL_SIG_HANDLE: 'true',
    },
    { directory: join(root, 'services/web/.next/standalone') },
  );
}
