/**
 * Helm's own record of the release: its revisions, and whether one of them was cut off.
 *
 * @module
 */
import type { Looking } from './shell.ts';
import { helmArgs, readJson, type Target } from './target.ts';

/** One revision, as `helm history` tells it. */
export interface Revision {
  revision: number;
  updated: string;
  /** `deployed`, `superseded`, `failed`, `uninstalling` or one of the `pending-` kind. */
  status: string;
  /** What it was made from, or why it came to be. */
  description: string;
}

/** All revisions that Helm keeps, the newest last; empty when there is no release; undefined when nobody can tell. */
export async function readHistory(shell: Looking, target: Target): Promise<Revision[] | undefined> {
  const finished = await shell.run('helm', helmArgs(target, ['history'], '--max=50', '--output=json'), {
    timeoutSeconds: 30,
  });
  if (finished.code === 0) return readJson<Revision[]>(finished.stdout);
  return /release: not found/.test(finished.stderr) ? [] : undefined;
}

/** The newest revision when it was begun and never ended: Helm refuses every further step until it is cleared. */
export function findCutOff(history: Revision[]): Revision | undefined {
  const last = history.at(-1);
  return last && /^(pending-|uninstalling)/.test(last.status) ? last : undefined;
}

/** Where a rollback goes when nobody says where to: the newest earlier revision that ran and is not what runs now. */
export function findPrevious(history: Revision[]): Revision | undefined {
  const current = history.findLast(({ status }) => status === 'deployed');
  if (!current) return undefined;
  const origin = originOf(current, history);
  return history.findLast(
    (candidate) =>
      candidate.revision < current.revision &&
      candidate.status === 'superseded' &&
      candidate === originOf(candidate, history) &&
      candidate !== origin,
  );
}

/**
 * Where one goes back to when what was deployed last is no good: to what serves on beside an update that failed or was
 * cut off, else to what ran before. Undefined where nothing ever did.
 */
export function findLastGood(history: Revision[]): Revision | undefined {
  const serving = history.findLast(({ status }) => status === 'deployed');
  return serving && serving !== history.at(-1) ? serving : findPrevious(history);
}

/** The revision whose content this one has: itself, unless it is a rollback. */
export function originOf(revision: Revision, history: Revision[]): Revision {
  const target = /^Rollback to (\d+)$/.exec(revision.description)?.[1];
  const found = history.find((other) => other.revision === Number(target));
  return found ? originOf(found, history) : revision;
}
