/**
 * The Postgres inside the cluster: where it is there and does not run, the address that leads to it is not what is wrong.
 *
 * @module
 */
import { databaseName } from '../../src/names.ts';
import { isReady, type Pod } from '../diagnose.ts';
import type { DatabaseTrouble } from './database-trouble.ts';
import type { Snapshot } from './snapshot.ts';

/** What keeps api from the Postgres inside the cluster; undefined where it serves, or the database is elsewhere. */
export function localDatabaseTrouble({
  workloads,
  pods,
}: Pick<Snapshot, 'workloads' | 'pods'>): DatabaseTrouble | undefined {
  const isHere = workloads.some(
    ({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === databaseName,
  );
  const serves = (pod: Pod) =>
    pod.metadata.name.startsWith(`${databaseName}-`) && !pod.metadata.deletionTimestamp && isReady(pod);
  if (!isHere || pods.some(serves)) return undefined;
  return {
    fault: 'database-refused',
    why: 'no pod of the Postgres inside the cluster is ready',
    next: `what is said of ${databaseName} tells why`,
  };
}
