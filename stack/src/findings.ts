/**
 * What is in the cluster that the last update did not leave there: why the next one has more to do than the sources say.
 *
 * @module
 */
import { compareRecords, isChanged } from './changes.ts';
import { type EditedObject, findEdits } from './drift.ts';
import type { Manifest } from './manifest.ts';
import type { Running } from './running.ts';

/** One thing that was found. */
export type Finding =
  /** The cluster is another one than the one last deployed to. */
  | { kind: 'new-cluster' }
  /** Nobody can ask the cluster (no kubectl, or it does not answer): what follows goes by the last update. */
  | { kind: 'not-asked' }
  /** The release is gone. */
  | { kind: 'uninstalled' }
  /** An update, a first installation or a rollback was cut off. */
  | { kind: 'interrupted'; revision: number; status: string }
  /** The last update failed and went back by itself. */
  | { kind: 'failed'; revision: number }
  /** Somebody went back to an earlier revision. */
  | { kind: 'rolled-back'; revision: number; to: number }
  /** The Secret that pods read was deleted. */
  | { kind: 'secret-deleted' }
  /** The Secret that pods read was edited; names alone are told. */
  | { kind: 'secret-edited'; names: string[] }
  /** An object of the release was edited or deleted. */
  | ({ kind: 'edited' } & EditedObject);

/** What findings are found from. */
interface Sight {
  last: Manifest | undefined;
  next: Manifest;
  running: Running;
}

/** Looks for what the last update did not leave there. */
export function findFindings({ last, next, running }: Sight): Finding[] {
  if (last && last.cluster !== next.cluster) return [{ kind: 'new-cluster' }];
  if (!running) return last ? [{ kind: 'not-asked' }] : [];
  const { release, latest } = running;
  const interrupted: Finding[] = latest?.status.startsWith('pending')
    ? [{ kind: 'interrupted', revision: latest.revision, status: latest.status }]
    : [];
  // A first installation leaves nothing but what is made beside the release.
  if (!release) {
    return last && interrupted.length === 0 ? [{ kind: 'uninstalled' }] : interrupted;
  }
  // What an update that was cut off has made already is no edit by hand.
  const edits = interrupted.length > 0 ? [] : findEdits(running);
  return [
    ...interrupted,
    ...wentBack(running),
    ...secretFindings(running, next),
    ...edits.map((edit): Finding => ({ kind: 'edited', ...edit })),
  ];
}

/** `atomic` goes back in a revision of its own, right after the one that failed. */
function wentBack({ release, failed }: NonNullable<Running>): Finding[] {
  const to = /^Rollback to (\d+)$/.exec(release?.description ?? '')?.[1];
  if (!release || !to) return [];
  return failed === release.revision - 1
    ? [{ kind: 'failed', revision: failed }]
    : [{ kind: 'rolled-back', revision: release.revision, to: Number(to) }];
}

/** An update that failed has changed the Secret before; what it put there is known. */
function secretFindings({ release, secrets, sources }: NonNullable<Running>, next: Manifest): Finding[] {
  if (!secrets) return [{ kind: 'secret-deleted' }];
  const known = Object.values({ ...sources?.secrets, ...next.sources.secrets });
  const recorded = sources?.secrets[String(release?.values.secretChecksum)];
  if (!recorded || known.some((digests) => !isChanged(compareRecords(digests, secrets)))) return [];
  const { added, changed, removed } = compareRecords(recorded, secrets);
  return [{ kind: 'secret-edited', names: [...changed, ...added, ...removed].sort() }];
}
