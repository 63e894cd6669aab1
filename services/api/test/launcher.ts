/** @module The process as it is shipped, started by tests that look at it from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { JWT_SECRET } from './stage.ts';

export interface Started {
  child: ChildProcess;
  url: string;
  port: number;
  ended: Promise<number | null>;
}

/** How to start `main` with the data folder of the moment, and to end whatever a test has left. */
export function launcherOf(main: string, folder: () => string) {
  const running = new Set<ChildProcess>();

  function launch(settings: Record<string, string> = {}, prefix: string[] = []) {
    const [command = '', ...args] = [...prefix, process.execPath, main];
    const { PATH = '' } = process.env;
    const child = spawn(command, args, {
      env: {
        PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        METRICS_PORT: '0',
        DATA_DIR: folder(),
        JWT_SECRET,
        DRAIN_SECONDS: '0',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const ended = once(child, 'exit').then(([code]) => {
      running.delete(child);
      return code as number | null;
    });
    return { child, ended };
  }

  /** Resolves when it is ready; rejects with its last words when it ends instead. */
  async function start(settings?: Record<string, string>, prefix?: string[]): Promise<Started> {
    const { child, ended } = launch(settings, prefix);
    const words = text(child.stderr as NodeJS.ReadableStream);
    let log = '';
    const port = await new Promise<number>((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        log += chunk;
        const ready = log.split('\n').find((line) => line.includes('"msg":"ready"'));
        if (ready) resolve(JSON.parse(ready).port);
      });
      ended.then(async () => reject(new Error(await words)));
    });
    return { child, ended, port, url: `http://127.0.0.1:${port}` };
  }

  /** What it says when it does not start. */
  async function refusal(settings: Record<string, string>): Promise<{ code: number | null; words: string }> {
    const { child, ended } = launch(settings);
    child.stdout?.resume();
    const words = await text(child.stderr as NodeJS.ReadableStream);
    return { code: await ended, words };
  }

  async function endAll(): Promise<void> {
    for (const child of running) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    running.clear();
  }

  return { launch, start, refusal, endAll };
}
