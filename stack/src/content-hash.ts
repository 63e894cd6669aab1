/**
 * A name for exactly what an image build sees. The same sources give the same name on every machine, so a tag that
 * changes in a preview means that something changed, and one that stays means that nothing rolls.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';

/** What is built. Paths are relative to the context and use `/`. */
export interface BuildSource {
  context: string;
  dockerfile: string;
  platform: string;
  args?: Record<string, string>;
}

/** A hash, and what it was made from: each file with its own short hash. */
export interface ContentHash {
  hash: string;
  files: Record<string, string>;
}

/**
 * Hashes what the build of an image sees: its files after the ignore file, the Dockerfile, arguments and platform. Of many
 * small files, waiting for each one in turn is several times faster than having them read in the background.
 */
export function hashBuild(source: BuildSource): ContentHash {
  const files = hashFiles(source.context, ignoreRules(source));
  // The builder reads the Dockerfile even where the ignore file leaves it out.
  files[source.dockerfile] = hashFile(join(source.context, source.dockerfile));
  const args = Object.entries(source.args ?? {}).sort(byName);
  return { hash: hashText([source.dockerfile, source.platform, args, sorted(files)]), files: sorted(files) };
}

/** Hashes the files of a folder, without those that `leftOut` names in the language of ignore files. */
export function hashFolder(folder: string, leftOut: string[] = []): ContentHash {
  const files = sorted(hashFiles(folder, leftOut));
  return { hash: hashText([files]), files };
}

/** The Dockerfile's own ignore file wins over the context's, as in the builder. */
function ignoreRules({ context, dockerfile }: BuildSource): string[] {
  for (const path of [`${dockerfile}.dockerignore`, '.dockerignore']) {
    const text = contentOf(join(context, path));
    if (text !== undefined) return text.replace(/^\uFEFF/, '').split(/\r?\n/);
  }
  return [];
}

/** Undefined where there is no such file. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function hashFiles(root: string, rules: string[]): Record<string, string> {
  const ignore = dockerignore.default().add(rules);
  const mayHoldException = exceptionsBelow(rules);
  const files: Record<string, string> = {};
  const take = (path: string, entry: Dirent): void => {
    const ignored = ignore.ignores(path);
    if (entry.isDirectory()) {
      if (!ignored || mayHoldException(path)) walk(path);
    } else if (!ignored && (entry.isFile() || entry.isSymbolicLink())) {
      files[path] = hashFile(join(root, path));
    }
  };
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      take(folder === '' ? entry.name : `${folder}/${entry.name}`, entry);
    }
  };
  walk('');
  return files;
}

/**
 * Whether an ignored folder may still hold files that a `!` rule brings back. Without this every `node_modules` would
 * be walked through only to be left out.
 */
function exceptionsBelow(rules: string[]): (folder: string) => boolean {
  const prefixes = rules
    .map((rule) => rule.trim())
    .filter((rule) => rule.startsWith('!'))
    .map((rule) => {
      const parts = rule.slice(1).replace(/^\/+/, '').split('/');
      const wild = parts.findIndex((part) => /[*?[]/.test(part));
      return { parts: wild < 0 ? parts : parts.slice(0, wild), open: wild >= 0 };
    });
  return (folder) => {
    const path = folder.split('/');
    return prefixes.some(({ parts, open }) => {
      const shared = Math.min(parts.length, path.length);
      return (
        parts.slice(0, shared).join('/') === path.slice(0, shared).join('/') &&
        (open || path.length < parts.length)
      );
    });
  };
}

/** The hash of a file with this content that is no program. */
export function hashContent(content: Buffer): string {
  return short(createHash('sha256').update('file\0').update(content).digest('hex'));
}

/** Content, kind and whether it may be executed; not times, owners or the other mode bits, which machines differ in. */
function hashFile(path: string): string {
  const stats = lstatSync(path);
  const hash = createHash('sha256');
  if (stats.isSymbolicLink()) hash.update('link\0').update(readlinkSync(path).replaceAll('\\', '/'));
  else hash.update(stats.mode & 0o100 ? 'program\0' : 'file\0').update(readFileSync(path));
  return short(hash.digest('hex'));
}

function hashText(parts: unknown): string {
  return short(createHash('sha256').update(JSON.stringify(parts)).digest('hex'));
}

function short(hex: string): string {
  return hex.slice(0, 12);
}

function sorted(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(byName));
}

/** By code unit, not by the machine's language. */
function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
