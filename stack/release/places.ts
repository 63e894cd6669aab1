/**
 * Where the version stands. There is one: packages, images, chart and the description of the API have it in common.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file, and what stands around the version in it: the version is the first group. */
interface Place {
  file: string;
  pattern: RegExp;
}

const ofPackage = /^ {2}"version": "([^"]+)"/gm;
const ofImages = /\btodo-(?:api|web):(\d+\.\d+\.\d+)\b/g;

/** All of them. */
export const places: Place[] = [
  { file: 'package.json', pattern: ofPackage },
  ...[
    'services/api',
    'services/web',
    'services/local',
    'stack',
    'stack/policy',
    'e2e',
    'bench',
    'bench/plain-page',
    'contract',
  ].map((workspace): Place => ({ file: `${workspace}/package.json`, pattern: ofPackage })),
  { file: 'bench/package.json', pattern: /"@todo-chatbot\/[\w-]+": "([^"]+)"/g },
  {
    file: 'package-lock.json',
    pattern: /"name": "(?:@todo-chatbot\/[\w-]+|todo-chatbot)",\s+"version": "([^"]+)"/g,
  },
  { file: 'package-lock.json', pattern: /"@todo-chatbot\/[\w-]+": "([^"]+)"/g },
  { file: 'stack/chart/Chart.yaml', pattern: /^(?:version|appVersion): (.+)$/gm },
  { file: 'services/api/Dockerfile', pattern: /^ARG VERSION=(.+)$/gm },
  { file: 'services/web/Dockerfile', pattern: /^ARG VERSION=(.+)$/gm },
  { file: 'docs/images.md', pattern: /^\| `VERSION`, `REVISION` \| `([^`]+)`/gm },
  { file: 'docs/openapi.json', pattern: /^ {4}"version": "([^"]+)"/gm },
  { file: 'stack/chart/tests/placement_test.yaml', pattern: ofImages },
  { file: 'stack/manifests/3-todo-api-deployment.yaml', pattern: ofImages },
  { file: 'stack/manifests/4-todo-web-deployment.yaml', pattern: ofImages },
  { file: 'stack/manifests/README.md', pattern: ofImages },
];

/** What each place says; a place that says nothing is an empty list. */
export async function readVersions(root: string): Promise<{ file: string; versions: string[] }[]> {
  return Promise.all(
    places.map(async ({ file, pattern }) => {
      const text = await readFile(join(root, file), 'utf8');
      return { file, versions: [...text.matchAll(pattern)].map(([, version = '']) => version) };
    }),
  );
}

/** The text of a file with another version in every place of it. */
export function withVersion(file: string, text: string, version: string): string {
  return places
    .filter((place) => place.file === file)
    .reduce(
      (changed, { pattern }) =>
        changed.replaceAll(pattern, (whole: string, old: string) => {
          const at = whole.lastIndexOf(old);
          return whole.slice(0, at) + version + whole.slice(at + old.length);
        }),
      text,
    );
}
