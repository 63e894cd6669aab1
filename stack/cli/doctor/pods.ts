import { databaseName, services } from '../../src/names.ts';
import { diagnose, isReady, type Pod } from '../diagnose.ts';
import { type Mending, memoryLimit } from '../mending/mending.ts';
import { lastLines } from '../pod-log.ts';
import { kubectl, typedKubectl } from '../target.ts';
import { refusalOf } from './admission.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown, warning } from './finding.ts';
import { localDatabaseTrouble } from './local-database.ts';
import { inShort } from './log-lines.ts';
import { type Event, type Snapshot, snapshot } from './snapshot.ts';

const manyRestarts = 3;
/** On a busy machine. */
const secondsToStart = 45;

/** Whether every pod is ready; of those that are not, why. */
export const pods: Check = {
  name: 'pods',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('the pods could not be listed');
    const all = found.pods.filter(
      ({ metadata, status }) => status.phase !== 'Succeeded' && !metadata.deletionTimestamp,
    );
    if (all.length === 0 && found.workloads.length === 0) {
      return [broken({ fault: 'no-pods', sentence: 'there are no pods', next: mending.putBack() })];
    }
    const warnings = found.events.filter(({ type }) => type === 'Warning');
    const findings = await Promise.all(all.map((pod) => examine(patient, mending, pod, warnings, found)));
    const hasDatabase = found.workloads.some(({ metadata }) => metadata.name === databaseName);
    const missing = [...(hasDatabase ? [databaseName] : []), ...services.map((service) => `todo-${service}`)]
      .filter((name) => !all.some(({ metadata }) => metadata.name.startsWith(`${name}-`)))
      .map((name) => {
        const workload = found.workloads.find(({ metadata }) => metadata.name === name);
        if (workload && refusalOf(workload, found.events) !== undefined) {
          const sentence = `${name} has no pod: Kubernetes does not make one`;
          return broken({ fault: 'no-pods', sentence, next: 'what is said of its admission tells why' });
        }
        const why = workload?.spec.replicas === 0 ? ': somebody scaled it to 0' : '';
        const next =
          why && mending.manner !== 'pulumi' ? typedKubectl(patient.target, scaled(name)) : mending.putBack();
        return broken({ fault: 'no-pods', sentence: `${name} has no pod${why}`, next });
      });
    // Without the database api is not ready either: what is missing stands before its consequences.
    const trouble = [...missing, ...findings.flat()];
    return trouble.length > 0 ? trouble : fine(`all ${all.length} are ready`);
  },
};

function scaled(name: string): string {
  return name === databaseName
    ? `scale statefulset/${name} --replicas=1`
    : `scale deployment/${name} --replicas=2`;
}

async function examine(
  patient: Patient,
  mending: Mending,
  pod: Pod,
  events: Event[],
  found: Snapshot,
): Promise<Finding[]> {
  const { target } = patient;
  const { name } = pod.metadata;
  if (isReady(pod)) {
    const own = events.filter(({ involvedObject }) => involvedObject?.name === name);
    return restarted(pod, own, typedKubectl(target, `logs ${name} --previous`), mending);
  }
  const { lines, diagnosis } = await diagnosed(patient, mending, pod, events);
  const local = diagnosis.cause === 'database' ? localDatabaseTrouble(found) : undefined;
  const { fault, next } = local ?? diagnosis;
  const { cause } = diagnosis;
  const sentence = local ? `it cannot use the database, since ${local.why}` : diagnosis.sentence;
  const seconds = ageOf(pod, patient.now);
  if ((cause === 'probe' || cause === 'slow') && seconds < secondsToStart) {
    const starting = `${name} is ${seconds} seconds old and still starting`;
    return [warning({ fault, sentence: starting, next: 'ask again in a minute' })];
  }
  // Another one is in the place of what was evicted.
  const severity = fault === 'evicted' ? warning : broken;
  const details = [...new Set(lines.map(inShort))].slice(-5);
  return [severity({ fault, sentence: `${name}: ${sentence}`, next, details })];
}

/** What keeps a pod from being ready, and what it said last. */
export async function diagnosed({ shell, target }: Patient, mending: Mending, pod: Pod, events: Event[]) {
  const lines = await lastLines(pod, (...args) => kubectl(shell, target, ...args));
  const warnings = events
    .filter(({ type, involvedObject }) => type === 'Warning' && involvedObject?.name === pod.metadata.name)
    .map(({ message }) => message ?? '');
  return { lines, diagnosis: diagnose({ pod, warnings, log: lines }, mending) };
}

function ageOf({ metadata }: Pod, now: Date): number {
  const since = Date.parse(metadata.creationTimestamp ?? '');
  return Number.isNaN(since)
    ? Number.POSITIVE_INFINITY
    : Math.max(0, Math.round((now.getTime() - since) / 1000));
}

function restarted(pod: Pod, events: Event[], previous: string, mending: Mending): Finding[] {
  const { restartCount = 0, lastState } = pod.status.containerStatuses?.[0] ?? {};
  const { name } = pod.metadata;
  if (lastState?.terminated?.reason === 'OOMKilled') {
    return [
      warning({
        fault: 'out-of-memory',
        sentence: `${name} is ready now, but needed more memory than its limit and was ended`,
        next: `raise the memory limit: ${mending.set(memoryLimit(name))}`,
      }),
    ];
  }
  if (restartCount > 0 && events.some(({ message = '' }) => /liveness probe failed/i.test(message))) {
    return [
      warning({
        fault: 'hung-and-restarted',
        sentence: `${name} is ready now, but stopped answering and was started again`,
        next: `what it said before: ${previous}`,
      }),
    ];
  }
  if (restartCount < manyRestarts) return [];
  return [
    warning({
      fault: 'crash',
      sentence: `${name} is ready now, but was started again ${restartCount} times`,
      next: `what it said before: ${previous}`,
    }),
  ];
}
