/** @module What the Markdown pages name and is not there: links, anchors, npm scripts, paths of the repository. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './api.ts';

const FENCE = /^ *```/;
/** Only what begins with a folder of the repository is its path: pages name those of other programs, too. */
const PATH = /^(?:\.ci|bench|contract|docs|e2e|services|stack)(?:\/[\w.[\]-]+)+\/?$/;

/** All pages that people read, by their path. */
export function pages(): string[] {
  const isOther = (name: string) => /^(?:node_modules|dist|\.next|\.pulumi-state|\.data)$/.test(name);
  return globSync('**/*.md', { cwd: root, exclude: (path) => path.split(/[\\/]/).some(isOther) }).sort();
}

/** A sentence for each thing that a page names and that is not there. */
export function missingIn(page: string): string[] {
  const { prose, code } = parts(readFileSync(join(root, page), 'utf8'));
  return [
    ...brokenLinks(page, prose),
    ...unknownScripts(`${prose}\n${code}`).map((script) => `there is no ${script}`),
    ...missingPaths(prose).map((path) => `there is no \`${path}\``),
  ];
}

function parts(text: string): { prose: string; code: string } {
  const [prose, code]: [string[], string[]] = [[], []];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    else (isCode ? code : prose).push(line);
  }
  return { prose: prose.join('\n'), code: code.join('\n') };
}

function brokenLinks(page: string, prose: string): string[] {
  const links = [...prose.replaceAll(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)];
  return links.flatMap(([, link, source]) => {
    const address = link ?? source ?? '';
    if (/^[a-z]+:/.test(address)) return [];
    const [path = '', anchor] = address.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(root, target))) return [`${address} leads nowhere`];
    const isThere = anchor === undefined || !target.endsWith('.md') || anchorsOf(target).has(anchor);
    return isThere ? [] : [`${address}: there is no such heading`];
  });
}

/** As GitHub names headings, and those that a page names itself. */
function anchorsOf(page: string): Set<string> {
  const { prose } = parts(readFileSync(join(root, page), 'utf8'));
  const anchors = new Set([...prose.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id ?? ''));
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} +(.+)$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    anchors.add(words.replaceAll(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-'));
  }
  return anchors;
}

function unknownScripts(text: string): string[] {
  const commands = text.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)([^`\n]*)/g);
  return [...commands].flatMap(([command, script = '', rest = '']) => {
    const workspace = /(?:-w|--workspace)[ =]([@\w/-]+)/.exec(rest)?.[1] ?? '';
    return scriptsOf(workspace).has(script) ? [] : [command.trim()];
  });
}

function scriptsOf(workspace: string): Set<string> {
  const folder = workspace.replace(/^@todo-chatbot\//, '');
  const places = [folder, join('services', folder)].map((place) => join(root, place, 'package.json'));
  const file = places.find((place) => existsSync(place));
  if (file === undefined) return new Set();
  return new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8')).scripts ?? {}));
}

function missingPaths(prose: string): string[] {
  const named = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words ?? '');
  return named.filter((words) => PATH.test(words) && !existsSync(join(root, words)));
}
