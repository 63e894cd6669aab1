/** Completes `.next/standalone`: what the server needs beside the traced files, so that it just starts. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hintFrame } from './compile-hints.ts';
import { buildServiceWorker } from './service-worker.ts';

const web = join(import.meta.dirname, '..');
const standalone = join(web, '.next/standalone');
const app = join(standalone, 'services/web');

hintFrame(join(web, '.next'));
cpSync(join(web, '.next/static'), join(app, '.next/static'), { recursive: true });
cpSync(join(web, 'public'), join(app, 'public'), { recursive: true });
for (const file of ['drain.cjs', 'settings.cjs']) cpSync(join(web, file), join(standalone, file));

// Next traces its image optimiser even where it is off; `outputFileTracingExcludes` does not reach this trace.
for (const unused of ['sharp', '@img', 'detect-libc', 'semver']) {
  rmSync(join(standalone, 'node_modules', unused), { recursive: true, force: true });
}

await buildServiceWorker({
  entry: join(web, 'worker/service-worker.ts'),
  to: join(app, 'public/sw.js'),
  build: readFileSync(join(web, '.next/BUILD_ID'), 'utf8').trim(),
  staticFiles: join(web, '.next/static'),
});
