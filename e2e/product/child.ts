/** A process of the product. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  process: ChildProcess;
  /** As Ctrl-C and SIGTERM do; how it ended, also when that was before. */
  end(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

interface Options {
  /** What it is told beside what this process knows; what is undefined it is not told. */
  env: Record<string, string | undefined>;
  cwd?: string;
}

/** Starts a program of this Node; what it writes is to be read. */
export function startChild(args: readonly string[], { env, cwd }: Options): Child {
  const child = spawn(process.execPath, args, {
    ...(cwd ? { cwd } : {}),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  return {
    process: child,
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const [code, signal] = await ended;
      return { code, signal };
    },
  };
}

/** Holds once it says these words; fails with all that it said when it ends before, or takes too long. */
export async function untilSaid(child: ChildProcess, words: string, milliseconds: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  const fail = (reason: string) => reject(new Error(`the product did not start (${reason}):\n${said}`));
  const timer = setTimeout(() => fail('too slow'), milliseconds);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes(words)) resolve();
    });
  }
  child.once('close', (code) => fail(`exit code ${code}`));
  await promise.finally(() => clearTimeout(timer));
}
