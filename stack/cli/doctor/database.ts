import { isReady, type Pod } from '../diagnose.ts';
import { lastLine } from '../last-line.ts';
import type { Mending } from '../mending/mending.ts';
import { kubectl, readJson, typedKubectl } from '../target.ts';
import { type DatabaseTrouble, databaseTroubleIn, setAddress } from './database-trouble.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown, warning } from './finding.ts';
import { lookFromInside, type PodView } from './in-pod.ts';
import { localDatabaseTrouble } from './local-database.ts';
import { diagnosed } from './pods.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

/** Whether api reaches its database, asked from inside one of its pods, and what stops it on the way. */
export const database: Check = {
  name: 'database',
  async look(patient, mending) {
    const found = await snapshot(patient);
    const pod = found && podToAsk(found.pods);
    if (!pod) return unknown('no pod of api runs that could be asked');
    const view = await viewFrom(patient, pod);
    if (typeof view === 'string') return unknown(`api did not tell: ${view}`);
    const checks = view.ready?.checks;
    if (checks?.database === 'ok' && checks.migrations === 'ok') {
      const names = view.names === 'ok' ? [] : [namesFinding(view)];
      const others = await refusedOthers(patient, mending, found, pod);
      if (others.length > 0) return [...others, ...names];
      return [...fine(`api reaches it (${view.host}), and its tables are up to date`), ...names];
    }
    if (view.stoppedBy && view.reached !== 'server') {
      return [
        stopped(view, view.stoppedBy, localDatabaseTrouble(found) ?? troubleIn(view.stoppedBy, mending)),
      ];
    }
    if (checks?.database === 'ok') {
      const sentence = 'api reaches it, and its tables are not up to date yet';
      return [
        warning({
          fault: 'database-migrations',
          sentence,
          next: `see how far that is: ${typedKubectl(patient.target, 'logs deployment/todo-api')}`,
        }),
      ];
    }
    if (!checks) return unknown('api did not tell: it does not answer at /health/ready');
    return [
      broken({
        fault: 'database-password',
        sentence: `a server answers at ${view.host}:${view.port}, but api gets no further: most likely its password was changed`,
        next: `see what it answers: ${typedKubectl(patient.target, 'logs deployment/todo-api')}; then ${setAddress(mending)}`,
      }),
    ];
  },
};

/** Pods of api whose settings lead them elsewhere: one that is ready tells nothing of those. */
async function refusedOthers(
  patient: Patient,
  mending: Mending,
  { pods, events }: Snapshot,
  asked: Pod,
): Promise<Finding[]> {
  const ill = pods.filter(
    (pod) =>
      pod !== asked &&
      pod.metadata.labels?.['app.kubernetes.io/name'] === 'todo-api' &&
      !pod.metadata.deletionTimestamp &&
      !isReady(pod),
  );
  const all = await Promise.all(ill.map((pod) => diagnosed(patient, mending, pod, events)));
  const refused = all.find(({ diagnosis }) => diagnosis.cause === 'database')?.diagnosis;
  if (!refused) return [];
  const sentence = `${asked.metadata.name} reaches it, but newer pods do not: ${refused.sentence}`;
  return [broken({ fault: refused.fault, sentence, next: refused.next })];
}

/** The pod of api that can tell most: one that is ready, else one that runs. */
export function podToAsk(pods: Pod[]): Pod | undefined {
  const alive = pods.filter(
    ({ metadata, status }) =>
      metadata.labels?.['app.kubernetes.io/name'] === 'todo-api' &&
      status.phase === 'Running' &&
      !metadata.deletionTimestamp &&
      status.containerStatuses?.[0]?.state?.running !== undefined,
  );
  return alive.find(isReady) ?? alive[0];
}

/** What the pod sees, or why it cannot be asked. Asked once: every check gets the same answer. */
export async function viewFrom({ shell, target }: Patient, pod: Pod): Promise<PodView | string> {
  const ask = ['exec', pod.metadata.name, '--container=api', '--', '/nodejs/bin/node', '--eval'];
  const answer = await kubectl(shell, target, ...ask, `(${lookFromInside})()`);
  const view = readJson<PodView>(lastLine(answer.stdout));
  return view ?? lastLine(answer.stdout + answer.stderr).slice(0, 200);
}

/** Where the way to the database ends. */
const steps = {
  nothing: 'looking up its name',
  name: 'connecting to its port',
  port: 'the first answer of the server',
  encryption: 'naming user and database, over TLS',
  server: 'signing in',
};

function troubleIn(stoppedBy: string, mending: Mending): DatabaseTrouble {
  return (
    databaseTroubleIn(stoppedBy, mending) ?? {
      fault: 'database-timeout',
      why: 'the connection breaks',
      next: 'look at the database server itself',
    }
  );
}

function stopped(
  { host, port, isPooled, reached = 'nothing' }: PodView,
  stoppedBy: string,
  trouble: DatabaseTrouble,
): Finding {
  const pooled = isPooled ? ' (its pooled address)' : '';
  const place = `${host}:${port}${pooled}`;
  return broken({
    fault: trouble.fault,
    sentence: `api cannot use it, since ${trouble.why}: ${place} (${stoppedBy.slice(0, 160)})`,
    next: trouble.next,
    details: [`a pod of api gets no further than ${steps[reached]}`],
  });
}

function namesFinding({ names }: PodView): Finding {
  return broken({
    fault: 'cluster-dns-down',
    sentence: `a pod of api does not find the cluster's own names (${names}): what is connected stays so, nothing new is`,
    next: 'what is said of dns tells why; if that is fine, a NetworkPolicy keeps pods from it',
  });
}
