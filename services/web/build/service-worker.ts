/** @module Bundles the service worker, which names all files of the build. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build as bundle } from 'esbuild';

interface Needs {
  entry: string;
  to: string;
  /** Names this build. */
  build: string;
  /** The folder of the files that a browser may keep for ever. */
  staticFiles: string;
}

const KEPT = /\.(?:js|css|woff2|svg)$/;
/** Next's own lists of pages, of which a page of one address needs none. */
const LISTS = /_(?:build|ssg|clientMiddleware)Manifest\.js$/;

/** Bundles the worker with the list of the build's own files, which is all that it may keep. */
export async function buildServiceWorker({ entry, to, build, staticFiles }: Needs): Promise<void> {
  const assets = readdirSync(staticFiles, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && KEPT.test(file.name) && !LISTS.test(file.name))
    .map((file) => relative(staticFiles, join(file.parentPath, file.name)).split(sep).join('/'))
    .map((path) => `/_next/static/${path}`)
    .sort();
  await bundle({
    entryPoints: [entry],
    outfile: to,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { BUILD: JSON.stringify(build), ASSETS: JSON.stringify([...assets, '/icon.svg']) },
    logLevel: 'warning',
  });
}
