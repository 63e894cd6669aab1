/**
 * Makes a release: `npm run release -- <major|minor|patch> [--dry-run]`. What is unreleased in CHANGELOG.md becomes a
 * version, which packages, images, chart and documentation then have; that is committed and tagged, and pushed by you.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finished, type Run, runProgram } from '../src/run-program.ts';
import { releaseNotes } from './changelog.ts';
import { places, readVersions, withVersion } from './places.ts';

/** How much changes, as SemVer has it. */
const kinds = ['major', 'minor', 'patch'] as const;
type Kind = (typeof kinds)[number];

/** What a release needs to know. */
export interface ReleaseOptions {
  root: string;
  kind: Kind;
  dryRun: boolean;
  /** As in 2026-11-21. */
  day: string;
  run: Run;
}

/** The version after that one. */
export function nextVersion(version: string, kind: Kind): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (kind === 'major') return `${major + 1}.0.0`;
  return kind === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * Makes the release.
 *
 * @returns what was done, a line each.
 * @throws Error with one line, before anything is changed.
 */
export async function release(options: ReleaseOptions): Promise<string[]> {
  const { root, run, dryRun } = options;
  const git = async (...args: string[]): Promise<Finished> => run('git', ['-C', root, ...args]);
  const current = await agreedVersion(root);
  const version = nextVersion(current, options.kind);
  const tag = `v${version}`;
  const { stdout: dirt } = await git('status', '--porcelain');
  if (dirt.trim() && !dryRun) throw new Error('There are changes that are not committed: git status');
  if ((await git('rev-parse', '--quiet', '--verify', `refs/tags/${tag}`)).code === 0) {
    throw new Error(`The tag ${tag} exists already`);
  }
  const changelog = join(root, 'CHANGELOG.md');
  const { text, notes } = releaseNotes(await readFile(changelog, 'utf8'), version, options.day);

  const files = [...new Set(places.map(({ file }) => file))];
  if (dryRun)
    return [`${current} → ${version}, in ${files.length + 1} files; nothing is changed.`, '', notes];
  for (const file of files) {
    const before = await readFile(join(root, file), 'utf8');
    await writeFile(join(root, file), withVersion(file, before, version));
  }
  await writeFile(changelog, text);
  await done(
    git('commit', '--quiet', '--message', `chore(release): ${version}`, '--', 'CHANGELOG.md', ...files),
  );
  await done(git('tag', '--annotate', '--cleanup=verbatim', '--message', `${tag}\n\n${notes}`, tag));
  return [
    `${current} → ${version}: ${files.length + 1} files changed, committed and tagged ${tag}.`,
    'Look at it (git show), then: git push --follow-tags',
  ];
}

/** @throws Error when two places say different things. */
async function agreedVersion(root: string): Promise<string> {
  const said = await readVersions(root);
  const [first] = said[0]?.versions ?? [];
  const other = said.find(({ versions }) => versions.length === 0 || versions.some((one) => one !== first));
  if (first && !other) return first;
  throw new Error(
    `${other?.file} says ${other?.versions.join(', ') || 'no version'}, and package.json ${first}`,
  );
}

async function done(finished: Promise<Finished>): Promise<void> {
  const { code, stderr } = await finished;
  if (code !== 0) throw new Error(`git: ${stderr.trim()}`);
}

/**
 * Reads the command line.
 *
 * @throws Error with how to use it.
 */
export function readArguments(args: string[]): { kind: Kind; dryRun: boolean } {
  const usage = new Error('npm run release -- <major|minor|patch> [--dry-run]');
  const options = { 'dry-run': { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const kind = kinds.find((one) => one === positionals[0]);
    if (!kind || positionals.length > 1) throw usage;
    return { kind, dryRun: values['dry-run'] };
  } catch {
    throw usage;
  }
}

async function releaseFrom(args: string[]): Promise<string[]> {
  const root = dirname(dirname(import.meta.dirname));
  const day = new Date().toISOString().slice(0, 10);
  return release({ root, day, run: runProgram, ...readArguments(args) });
}

if (import.meta.main) {
  await releaseFrom(process.argv.slice(2)).then(
    (lines) => process.stdout.write(`${lines.join('\n')}\n`),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
