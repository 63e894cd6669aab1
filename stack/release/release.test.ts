import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runProgram } from '../src/run-program.ts';
import { releaseNotes } from './changelog.ts';
import { places, readVersions } from './places.ts';
import { nextVersion, readArguments, release } from './release.ts';

const root = dirname(dirname(import.meta.dirname));
const files = [...new Set(places.map(({ file }) => file)), 'CHANGELOG.md'];

test('packages, images, chart and documents all have the same version', async () => {
  const said = await readVersions(root);
  const [version = ''] = said[0]?.versions ?? [];
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  for (const { file, versions } of said)
    expect({ file, versions: [...new Set(versions)] }).toEqual({ file, versions: [version] });
});

test('no workspace is forgotten', async () => {
  const { packages, version } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const own = Object.entries<{ version?: string; link?: boolean }>(packages)
    .filter(([path, entry]) => !path.includes('node_modules') && entry.version === version)
    .map(([path]) => (path ? `${path}/package.json` : 'package.json'));
  expect(own.length).toBeGreaterThan(5);
  expect(files).toEqual(expect.arrayContaining(own));
});

test.each([
  ['major', '2.0.0'],
  ['minor', '1.3.0'],
  ['patch', '1.2.4'],
] as const)('after 1.2.3 a %s release is %s', (kind, version) => {
  expect(nextVersion('1.2.3', kind)).toBe(version);
});

describe('the changelog', () => {
  const before =
    '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n';

  test('gets a version under an Unreleased that is empty', () => {
    const { text, notes } = releaseNotes(before, '0.2.0', '2026-11-21');
    expect(notes).toBe('### Added\n\n- One.');
    expect(text).toBe(
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-21\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n',
    );
    expect(() => releaseNotes(text, '0.3.0', '2026-11-22')).toThrow('says of nothing that it is unreleased');
  });

  test('may have no version yet', () => {
    const { text } = releaseNotes('## [Unreleased]\n\n- One.\n', '1.0.0', '2026-11-21');
    expect(text).toBe('## [Unreleased]\n\n## [1.0.0] - 2026-11-21\n\n- One.\n');
  });
});

describe('a release', () => {
  let copy = '';
  const git = async (...args: string[]) => {
    const finished = await runProgram('git', ['-C', copy, ...args]);
    expect(finished, args.join(' ')).toMatchObject({ code: 0 });
    return finished.stdout;
  };
  const make = (dryRun = false) =>
    release({ root: copy, kind: 'minor', dryRun, day: '2026-11-21', run: runProgram });

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'todo-release-'));
    for (const file of files) await cp(join(root, file), join(copy, file), { recursive: true });
    await writeFile(join(copy, 'CHANGELOG.md'), '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n');
    await git('init', '--quiet');
    await git('config', 'user.email', 'somebody@example.org');
    await git('config', 'user.name', 'Somebody');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'first');
  });
  afterEach(() => rm(copy, { recursive: true }));

  test('changes every place, commits, and tags with the notes', async () => {
    const [{ versions: [before = ''] = [] } = {}] = await readVersions(copy);
    const version = nextVersion(before, 'minor');
    expect((await make())[0]).toBe(
      `${before} → ${version}: ${files.length} files changed, committed and tagged v${version}.`,
    );
    for (const { file, versions } of await readVersions(copy))
      expect({ file, versions: [...new Set(versions)] }).toEqual({ file, versions: [version] });
    expect(await git('log', '-1', '--format=%s')).toBe(`chore(release): ${version}\n`);
    expect(await git('tag', '--list', '--format=%(contents)')).toContain('### Added\n\n- One.');
    expect(await git('status', '--porcelain')).toBe('');
    // Only the lines with the version: nothing else of a file is written anew.
    const stat = await git('diff', '--numstat', 'HEAD~1', '--', 'package-lock.json');
    expect(Number(stat.split('\t')[0])).toBeLessThan(20);
  });

  test('on trial changes nothing', async () => {
    expect((await make(true)).join('\n')).toContain('- One.');
    expect(await git('status', '--porcelain')).toBe('');
    expect(await git('tag', '--list')).toBe('');
  });

  test('is refused with changes that are not committed, with a tag that exists, and where versions differ', async () => {
    await writeFile(join(copy, 'bench/package.json'), '{}\n');
    await expect(make()).rejects.toThrow('bench/package.json says no version, and package.json');
    await git('checkout', '--quiet', '.');
    await writeFile(join(copy, 'docs/new.md'), 'new\n');
    await expect(make()).rejects.toThrow('not committed');
    await rm(join(copy, 'docs/new.md'));
    const [{ versions: [before = ''] = [] } = {}] = await readVersions(copy);
    await git('tag', `v${nextVersion(before, 'minor')}`);
    await expect(make()).rejects.toThrow('exists already');
  });
});

test('what it does not understand is answered with how to use it', () => {
  expect(readArguments(['minor', '--dry-run'])).toEqual({ kind: 'minor', dryRun: true });
  for (const args of [[], ['--help'], ['huge'], ['minor', 'patch'], ['patch', '--dry-rum']]) {
    expect(() => readArguments(args)).toThrow('npm run release -- <major|minor|patch> [--dry-run]');
  }
});
