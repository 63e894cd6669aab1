/**
 * All objects of the namespace at one moment, asked for once: what the checks say then fits together. Secrets are not
 * among them.
 *
 * @module
 */
import type { KubernetesObject } from '../../src/kubernetes-objects.ts';
import type { Pod } from '../diagnose.ts';
import { kubectl, readJson } from '../target.ts';
import type { Patient } from './finding.ts';

const kinds = [
  ...['pods', 'deployments', 'statefulsets', 'services', 'endpointslices', 'configmaps', 'serviceaccounts'],
  ...['networkpolicies', 'poddisruptionbudgets', 'horizontalpodautoscalers', 'ingresses'],
  ...['persistentvolumeclaims', 'events'],
];

/** A container, as a Deployment makes it. */
interface Container {
  name: string;
  image: string;
  imagePullPolicy?: string;
  env?: { name: string; valueFrom?: { secretKeyRef?: SecretKey } }[];
  resources?: { limits?: { memory?: string } };
}

interface SecretKey {
  name: string;
  key: string;
  optional?: boolean;
}

/** A Deployment or StatefulSet: what makes pods. */
export interface Workload extends KubernetesObject {
  spec: { replicas?: number; template: { spec: { containers: Container[] } } };
  status?: { conditions?: { type: string; status: string; reason?: string; message?: string }[] };
}

/** Something that happened. */
export interface Event {
  type?: string;
  reason?: string;
  message?: string;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  count?: number;
  involvedObject?: { kind?: string; name?: string };
}

/** What there is. */
export interface Snapshot {
  all: KubernetesObject[];
  pods: Pod[];
  workloads: Workload[];
  /** The newest last. */
  events: Event[];
}

/** Asks the cluster; undefined when it does not tell. */
export async function snapshot({
  shell,
  target,
}: Pick<Patient, 'shell' | 'target'>): Promise<Snapshot | undefined> {
  const answer = await kubectl(shell, target, 'get', kinds.join(','), '--output=json');
  const items = readJson<{ items?: KubernetesObject[] }>(answer.stdout)?.items;
  // Who may not see one kind is told so, and still given the others.
  if (!items || (answer.code !== 0 && items.length === 0)) return undefined;
  const events = ofKind<Event>(items, 'Event').sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  const workloads = [...ofKind<Workload>(items, 'Deployment'), ...ofKind<Workload>(items, 'StatefulSet')];
  return { all: items, pods: ofKind<Pod>(items, 'Pod'), workloads, events };
}

/** The objects of one kind. */
export function ofKind<T>(objects: KubernetesObject[], kind: string): T[] {
  return objects.filter((object) => object.kind === kind) as T[];
}

/** When something happened last. */
export function timeOf({ lastTimestamp, eventTime }: Event): string {
  return lastTimestamp ?? eventTime ?? '';
}
