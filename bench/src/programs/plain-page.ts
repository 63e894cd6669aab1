/** @module The plain page that the product's is compared with (bench/plain-page), built and started as that is. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Program, root, start } from './program.ts';

const PAGE = 'bench/plain-page';

/** Builds it, which takes half a minute, and starts it. */
export function startPlainPage(): Promise<Program> {
  const folder = join(root, PAGE);
  execFileSync(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  const standalone = join(folder, '.next/standalone');
  cpSync(join(folder, '.next/static'), join(standalone, PAGE, '.next/static'), { recursive: true });
  return start(
    `${PAGE}/server.js`,
    { HOSTNAME: '127.0.0.1', NODE_ENV: 'production' },
    { directory: standalone },
  );
}
