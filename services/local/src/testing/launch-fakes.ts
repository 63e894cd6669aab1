/** Runs the launcher on stand-ins, as a process of its own: its argument is what differs from a plain run. */
import { fileURLToPath } from 'node:url';
import { listenForInterruption } from '../interruption.ts';
import { launch } from '../launch.ts';
import type { Environment } from '../settings.ts';
import { createTerminal } from '../terminal.ts';

export interface FakeRun {
  logFolder: string;
  ports: { api: number; web: number };
  api?: Environment;
  web?: Environment;
  /** Both under `node --watch`. */
  watch?: boolean;
  readyWithinMilliseconds?: number;
  stopWithinMilliseconds?: number;
}

const options: FakeRun = JSON.parse(process.argv[2] ?? '{}');
const script = fileURLToPath(new URL('./fake-service.ts', import.meta.url));
const interruption = listenForInterruption();

const services = (['api', 'web'] as const).map((name) => ({
  name,
  arguments: options.watch ? ['--watch', script] : [script],
  directory: options.logFolder,
  environment: { ...process.env, PORT: String(options.ports[name]), ...options[name] },
  readyUrl: `http://127.0.0.1:${options.ports[name]}/`,
}));

try {
  const product = {
    services,
    pageUrl: `http://127.0.0.1:${options.ports.web}/`,
    logFolder: options.logFolder,
    readyWithinMilliseconds: options.readyWithinMilliseconds ?? 15_000,
    stopWithinMilliseconds: options.stopWithinMilliseconds ?? 15_000,
    announcement: ['announced'],
  };
  await launch(product, createTerminal(), interruption);
  process.exit(interruption.forced.aborted ? 130 : 0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
