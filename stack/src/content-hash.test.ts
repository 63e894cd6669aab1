import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BuildSource, hashBuild, hashFolder } from './content-hash.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'todo-hash-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(folder: string, files: [string, string][]): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

function source(context: string): BuildSource {
  return { context, dockerfile: 'app/Dockerfile', platform: 'linux/amd64' };
}

const sources: [string, string][] = [
  ['app/Dockerfile', 'FROM scratch'],
  ['app/Dockerfile.dockerignore', '*\n!app/src\n!package.json\n**/*.test.ts\n**/node_modules\n'],
  ['app/src/main.ts', 'main'],
  ['app/src/deep/er.ts', 'deeper'],
  ['package.json', '{}'],
];

describe('the hash of a build', () => {
  test('has 12 hex digits and names each file that the build sees', async () => {
    await write(root, [
      ...sources,
      ['app/src/main.test.ts', 'test'],
      ['app/src/node_modules/a.js', 'a'],
      ['other.ts', 'o'],
    ]);
    const { hash, files } = hashBuild(source(root));
    expect(hash).toMatch(/^[0-9a-f]{12}$/);
    expect(Object.keys(files)).toEqual([
      'app/Dockerfile',
      'app/src/deep/er.ts',
      'app/src/main.ts',
      'package.json',
    ]);
  });

  test('is the same for the same files, in whatever order they were written', async () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,2}\.ts$/);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(name, fc.string()), {
          selector: ([path]) => path,
          minLength: 2,
          maxLength: 8,
        }),
        async (files) => {
          const [one, other] = [await mkdtemp(join(root, 'a-')), await mkdtemp(join(root, 'b-'))];
          await write(one, files);
          await write(other, files.toReversed());
          expect(hashFolder(other)).toEqual(hashFolder(one));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('changes with any byte of any file', async () => {
    await write(root, sources);
    const before = hashBuild(source(root));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('app/Dockerfile', 'app/src/deep/er.ts', 'package.json'),
        fc.string({ minLength: 1 }),
        async (name, more) => {
          const old = sources.find(([path]) => path === name)?.[1] ?? '';
          await write(root, [[name, old + more]]);
          const after = hashBuild(source(root));
          await write(root, [[name, old]]);
          expect(after.hash).not.toBe(before.hash);
          expect(Object.keys(after.files).filter((path) => after.files[path] !== before.files[path])).toEqual(
            [name],
          );
        },
      ),
      { numRuns: 30 },
    );
    expect(hashBuild(source(root))).toEqual(before);
  });

  test('does not change with files that are ignored, nor with times', async () => {
    await write(root, sources);
    const before = hashBuild(source(root));
    await write(root, [
      ['app/src/deep/more.test.ts', 'x'],
      ['node_modules/big/index.js', 'x'],
      ['README.md', 'x'],
      ['app/srcs/x', 'x'],
    ]);
    await utimes(join(root, 'package.json'), 1, 1);
    expect(hashBuild(source(root))).toEqual(before);
  });

  test('changes with a new name, an added file, the right to execute, the platform and an argument', async () => {
    await write(root, sources);
    const hashes = [hashBuild(source(root)).hash];
    hashes.push(hashBuild({ ...source(root), platform: 'linux/arm64' }).hash);
    hashes.push(hashBuild({ ...source(root), args: { A: '1' } }).hash);
    hashes.push(hashBuild({ ...source(root), args: { A: '2' } }).hash);
    await write(root, [['app/src/new.ts', '']]);
    hashes.push(hashBuild(source(root)).hash);
    await rm(join(root, 'app/src/new.ts'));
    await write(root, [['app/src/renamed.ts', '']]);
    hashes.push(hashBuild(source(root)).hash);
    await chmod(join(root, 'package.json'), 0o755);
    hashes.push(hashBuild(source(root)).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('follows no link, but sees where it points', async () => {
    await write(root, sources);
    await symlink('nowhere', join(root, 'app/src/link'));
    const before = hashBuild(source(root));
    await rm(join(root, 'app/src/link'));
    await symlink('elsewhere', join(root, 'app/src/link'));
    const after = hashBuild(source(root));
    expect(after.hash).not.toBe(before.hash);
    expect(Object.keys(after.files)).toContain('app/src/link');
  });

  test("uses the context's ignore file when the Dockerfile has none of its own", async () => {
    await write(root, [
      ['app/Dockerfile', ''],
      ['.dockerignore', '# comment\nsecret\n'],
      ['secret', 's'],
      ['open', 'o'],
    ]);
    const { files } = hashBuild(source(root));
    expect(Object.keys(files)).toEqual(['.dockerignore', 'app/Dockerfile', 'open']);
  });

  test('finds what an exception with a wildcard brings back from an ignored folder', async () => {
    await write(root, [
      ['app/Dockerfile', ''],
      ['app/Dockerfile.dockerignore', '*\n!packages/*/package.json\n'],
      ['packages/a/package.json', '{}'],
      ['packages/a/index.ts', ''],
    ]);
    const { files } = hashBuild(source(root));
    expect(Object.keys(files)).toEqual(['app/Dockerfile', 'packages/a/package.json']);
  });
});

test('the hash of a folder leaves out what it is told', async () => {
  await write(root, [
    ['values.yaml', 'a'],
    ['values-local.yaml', 'a'],
    ['tests/a_test.yaml', 'a'],
    ['templates/tests/a.yaml', 'a'],
  ]);
  const { files } = hashFolder(root, ['tests', 'values-*.yaml']);
  expect(Object.keys(files)).toEqual(['templates/tests/a.yaml', 'values.yaml']);
});
