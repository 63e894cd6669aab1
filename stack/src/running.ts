/**
 * What is in the cluster at this moment. Somebody may have rolled back, uninstalled or edited by hand since the last
 * update, and an explanation that only knew the last update would then be wrong.
 *
 * @module
 */
import { type HelmRecord, readRecord } from './helm-record.ts';
import { byName, type KubernetesObject, lookedAt, type Objects } from './kubernetes-objects.ts';
import { namespaceName, releaseName, secretName } from './names.ts';
import type { Run } from './run-program.ts';
import { digests } from './secret.ts';
import { type Sources, sourcesName, unpackSources } from './sources.ts';

/** What is there; undefined when nobody can tell, as without kubectl. */
export type Running = ClusterState | undefined;

interface ClusterState {
  objects: Objects;
  /** The revision that Helm deployed last with success. */
  release?: HelmRecord;
  /** The newest revision, whatever became of it. */
  latest?: { revision: number; status: string };
  /** The newest revision that failed. */
  failed?: number;
  /** A digest of each entry of the Secret that pods read; absent when there is no Secret. */
  secrets?: Record<string, string>;
  /** What earlier deployments were made from. */
  sources?: Sources;
}

/** Asks the cluster. */
export async function findRunning(run: Run, kubeContext: string): Promise<Running> {
  const get = (...what: string[]) =>
    run(
      'kubectl',
      [
        ...['--context', kubeContext, '--namespace', namespaceName, '--request-timeout=5s'],
        ...['get', ...what, '--output=json'],
      ],
      { timeoutSeconds: 10 },
    );
  const [objects, records] = await Promise.all([
    get(Object.values(lookedAt).join(','), '--selector=app.kubernetes.io/part-of=todo-chatbot'),
    get('secrets', `--selector=owner=helm,name=${releaseName},status!=superseded`),
  ]);
  if (objects.code !== 0 || records.code !== 0) return undefined;
  return readState(objects.stdout, records.stdout);
}

/** Reads both answers of kubectl. */
export function readState(objectsJson: string, recordsJson: string): Running {
  try {
    const objects = byName(itemsOf(objectsJson));
    const secret = objects[`Secret/${secretName}`];
    const sources = unpackSources(objects[`Secret/${sourcesName}`]?.data);
    const records = itemsOf(recordsJson)
      .map(readRecord)
      .filter((record) => record !== undefined)
      .sort((a, b) => b.revision - a.revision);
    const release = records.find((record) => record.status === 'deployed');
    const [latest] = records;
    const failed = records.find((record) => record.status === 'failed')?.revision;
    return {
      objects,
      ...(release && { release }),
      ...(latest && { latest: { revision: latest.revision, status: latest.status } }),
      ...(failed !== undefined && { failed }),
      ...(secret && { secrets: digests(decoded(secret.data ?? {})) }),
      ...(sources && { sources }),
    };
  } catch {
    return undefined;
  }
}

function itemsOf(json: string): KubernetesObject[] {
  return (JSON.parse(json) as { items: KubernetesObject[] }).items;
}

function decoded(data: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([name, text]) => [name, Buffer.from(text, 'base64').toString()]),
  );
}
