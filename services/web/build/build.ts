/**
 * `next build` and what follows it, so that the same sources make the same files: Next would name each build, and make
 * keys for it, at random.
 *
 * @module
 */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const web = join(import.meta.dirname, '..');
const root = join(web, '../..');

/** What a build is made of: what is installed, and what the image's build is given (Dockerfile.dockerignore). */
const SOURCES = [
  join(root, 'package-lock.json'),
  ...['build', 'messages', 'public', 'src', 'worker'].map((folder) => join(web, folder)),
  ...['drain.cjs', 'next.config.ts', 'package.json', 'postcss.config.mjs', 'settings.cjs'].map((file) =>
    join(web, file),
  ),
];
const NOT_BUILT = /\.test\.tsx?$|(^|\/)(testing|node_modules)\//;

const files = SOURCES.flatMap((path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
)
  .map((path) => relative(root, path))
  .filter((path) => !NOT_BUILT.test(path))
  .sort();
const content = hash(
  'sha256',
  files.map((path) => `${path} ${hash('sha256', readFileSync(join(root, path)))}\n`).join(''),
);
const keyOf = (use: string) => hash('sha256', `${use} ${content}`);

// Keys of drafts and of server actions, of which the product has neither: nothing is kept secret by them.
const NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.from(keyOf('actions'), 'hex').toString('base64');

execFileSync(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
  cwd: web,
  stdio: 'inherit',
  env: { ...process.env, BUILD_ID: content.slice(0, 20), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY },
});
const { preview } = JSON.parse(readFileSync(join(web, '.next/prerender-manifest.json'), 'utf8')) as {
  preview: Record<string, string>;
};
replaceIn(
  join(web, '.next/standalone/services/web/.next'),
  new Map(Object.entries(preview).map(([name, random]) => [random, keyOf(name).slice(0, random.length)])),
);
await import('./finish-standalone.ts');

/** Puts other words where these stand in the manifests and bundles of a folder. */
function replaceIn(folder: string, words: ReadonlyMap<string, string>): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|json)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    let replaced = text;
    for (const [one, other] of words) replaced = replaced.replaceAll(one, other);
    if (replaced !== text) writeFileSync(path, replaced);
  }
}
