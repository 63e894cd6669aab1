/** @module What the tests need to know of processes and ports. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Holds a port until `close`. */
export async function holdPort(host = '127.0.0.1'): Promise<{ port: number; close(): void }> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => server.close() };
}

/** Whether a process with this id runs (one that ended but was not collected does not). */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Holds once the condition does; the test's own time limit is the limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(20);
}

export interface Run {
  child: ChildProcess;
  output(): string;
  errors(): string;
  /** Holds once the output has the text; fails when the process ends before. */
  says(text: string): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs Node, and keeps what it writes. */
export function runNode(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Run {
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let over = false;
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    return { code, signal };
  });
  return {
    child,
    output: () => output,
    errors: () => errors,
    async says(text) {
      await until(() => over || output.includes(text));
      if (!output.includes(text)) throw new Error(`ended without "${text}": ${output}${errors}`);
    },
    ended,
  };
}
