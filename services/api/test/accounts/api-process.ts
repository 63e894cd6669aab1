/** @module The api as a process of its own, over a database that others use too. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { JWT_SECRET } from '../stage.ts';

export interface ApiProcess {
  address: string;
  /** All that it has printed so far. */
  output(): string;
  /** At once. */
  end(): Promise<void>;
}

/** Resolves when it is ready; `settings` are further environment variables. */
export async function startProcess(url: string, settings: Record<string, string> = {}): Promise<ApiProcess> {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      METRICS_PORT: '0',
      DATABASE_URL: url,
      JWT_SECRET,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part;
    });
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, port } = JSON.parse(line);
    if (msg === 'ready') {
      const end = async () => {
        child.kill('SIGKILL');
        await once(child, 'exit');
      };
      return { address: `http://127.0.0.1:${port}`, output: () => output, end };
    }
  }
  throw new Error(`the process ended before it was ready: ${output}`);
}
