/** @module The api of an earlier version, built from the repository's history. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../programs/program.ts';

export interface OtherVersion {
  revision: string;
  /** The path of its `main.js`. */
  main: string;
  remove(): Promise<void>;
}

/** The last release; where there is none yet, some way back. */
const EARLIER = ['describe --tags --abbrev=0 --match v* HEAD~1', 'rev-parse --short HEAD~50'];

/** Builds the api as it was, with the packages that are installed now. Undefined where nothing is known of the past. */
export async function buildEarlier(): Promise<OtherVersion | undefined> {
  const revision = EARLIER.map(asked).find((answer) => answer !== '');
  if (!revision) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'todo-other-version-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const files = ['services/api', 'tsconfig.base.json', 'package.json'];
    const sources = execFileSync('git', ['archive', revision, ...files], {
      cwd: root,
      maxBuffer: 1024 ** 3,
    });
    execFileSync('tar', ['--extract', '--directory', folder], { input: sources });
    const service = join(folder, 'services/api');
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await symlink(join(root, 'services/api/node_modules'), join(service, 'node_modules'));
    execFileSync(process.execPath, ['build.ts'], { cwd: service, stdio: ['ignore', 'ignore', 'inherit'] });
    return { revision, main: join(service, 'dist/main.js'), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function asked(words: string): string {
  try {
    return execFileSync('git', words.split(' '), { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return '';
  }
}
