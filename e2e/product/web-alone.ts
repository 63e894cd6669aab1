/** The web server without an api: for what people see while that does not answer. */
import { join } from 'node:path';
import getPort from 'get-port';
import { startChild, untilSaid } from './child.ts';

const built = join(import.meta.dirname, '../../services/web/.next/standalone');

/** Nothing is built first. */
const READY_WITHIN = 60_000;

export interface WebAlone {
  url: string;
  stop(): Promise<void>;
}

/** Starts what the product has built, for an api at this port, and waits until it answers. */
export async function startWebAlone(apiPort: number): Promise<WebAlone> {
  const port = await getPort();
  const url = `http://localhost:${port}`;
  const child = startChild(['--require', './drain.cjs', 'services/web/server.js'], {
    cwd: built,
    env: {
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      API_URL: `http://localhost:${apiPort}`,
      PUBLIC_URL: url,
      METRICS_PORT: '0',
      DRAIN_SECONDS: '0',
    },
  });
  try {
    await untilSaid(child.process, 'Ready in', READY_WITHIN);
  } catch (error) {
    await child.end();
    throw error;
  }
  return {
    url,
    async stop() {
      await child.end();
    },
  };
}
