/**
 * Why a pod did not become ready, in words: from what Kubernetes says of it to the likely cause and the next step.
 *
 * @module
 */

import { databaseTroubleIn } from './doctor/database-trouble.ts';
import type { Fault } from './doctor/faults.ts';
import { inShort } from './doctor/log-lines.ts';
import { type Mending, memoryLimit, onePod, type Setting, serviceIn, withPulumi } from './mending/mending.ts';

/** The part of a pod that a diagnosis needs, as `kubectl get pods --output=json` gives it. */
export interface Pod {
  metadata: {
    name: string;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
  };
  spec?: { containers: { name?: string; image: string; resources?: { limits?: { memory?: string } } }[] };
  status: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: { type: string; status: string; reason?: string; message?: string }[];
    containerStatuses?: ContainerStatus[];
  };
}

interface ContainerStatus {
  ready: boolean;
  restartCount: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface ContainerState {
  running?: object;
  waiting?: { reason?: string; message?: string };
  terminated?: { reason?: string; exitCode: number };
}

/** A pod that was not ready, with its warnings (newest last) and the last lines it wrote. */
export interface Evidence {
  pod: Pod;
  warnings: string[];
  log: string[];
}

/** What is wrong with one pod, and what to do about it. */
export interface Diagnosis {
  cause:
    | 'unschedulable'
    | 'image'
    | 'settings'
    | 'memory'
    | 'database'
    | 'crash'
    | 'probe'
    | 'slow'
    | 'evicted';
  fault: Fault;
  sentence: string;
  next: string;
}

/** Whether every container of the pod is ready. */
export function isReady(pod: Pod): boolean {
  const statuses = pod.status.containerStatuses ?? [];
  return statuses.length > 0 && statuses.every((status) => status.ready);
}

/**
 * Whether time alone will not make the pod ready: a person must change something.
 *
 * @param seconds for how long the likely cause is the same
 */
export function isHopeless(evidence: Evidence, seconds: number): boolean {
  const { cause } = diagnose(evidence);
  const restarts = evidence.pod.status.containerStatuses?.[0]?.restartCount ?? 0;
  if (cause === 'database') return restarts >= 3 && evidence.log.some((line) => wrongAddress.test(line));
  // A probe, like a database that does not answer, may do so yet.
  if (cause === 'probe' || cause === 'slow') return false;
  return cause === 'crash' || cause === 'memory' ? restarts >= 3 : seconds >= 60;
}

/** How api ends when the database answers, but not to this address. */
const wrongAddress = /^todo-api: DATABASE_(DIRECT_)?URL('s user)? must /;

/** The likeliest cause, the most certain ones first. */
export function diagnose(evidence: Evidence, mending = withPulumi({ stack: 'local' })): Diagnosis {
  return (
    ofWaiting(evidence, mending) ??
    ofEnding(evidence, mending) ??
    ofProbes(evidence) ?? {
      cause: 'slow',
      fault: 'slow-start',
      sentence: 'it does not get ready, and Kubernetes gives no reason',
      next: `try again: ${mending.putBack()}`,
    }
  );
}

/** What keeps it from being started at all. */
function ofWaiting({ pod, warnings }: Evidence, mending: Mending): Diagnosis | undefined {
  const { status } = pod;
  if (status.reason === 'Evicted') {
    return {
      cause: 'evicted',
      fault: 'evicted',
      sentence: `the node ended it: ${status.message?.trim().replace(/\.$/, '') ?? 'it does not say why'}`,
      next: 'another one is in its place already; see what else fills the node: kubectl top pods --all-namespaces',
    };
  }
  const scheduled = status.conditions?.find((condition) => condition.type === 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    return unschedulable(scheduled.message ?? 'Kubernetes gives no reason', pod.metadata.name, mending);
  }
  const waiting = status.containerStatuses?.[0]?.state?.waiting;
  const image = pod.spec?.containers[0]?.image ?? '';
  if (waiting?.reason === 'InvalidImageName') {
    return {
      cause: 'image',
      fault: 'image-name',
      sentence: `${image} is no name of an image`,
      next: `put the right one there: ${mending.putBack()}`,
    };
  }
  if (/^(ErrImage|ImagePull)/.test(waiting?.reason ?? '')) {
    const isPulled = waiting?.reason !== 'ErrImageNeverPull';
    const why = warnings.findLast((text) => /Failed to pull image/.test(text)) ?? waiting?.message ?? '';
    return {
      cause: 'image',
      fault: isPulled ? 'image-pull' : 'image-missing',
      sentence: `its image ${image} is not in the cluster (${waiting?.reason})${isPulled && why ? `: ${lastPart(why)}` : ''}`,
      next: isPulled
        ? `mend the name and the tag, or let the cluster into the registry (imagePullSecrets), then ${mending.putBack()}`
        : `build it: ${mending.build(image)}${orGoBack(mending)}`,
    };
  }
  if (waiting?.reason === 'CreateContainerConfigError')
    return unsettled(waiting.message ?? waiting.reason, mending);
  const mount = warnings.findLast((text) => /FailedMount|MountVolume|unable to attach or mount/i.test(text));
  if (mount) {
    return {
      cause: 'settings',
      fault: 'volume-pending',
      sentence: `a volume of it cannot be mounted: ${mount}`,
      next: `make again what the volume is made from: ${mending.putBack()}`,
    };
  }
  return undefined;
}

/** After the last colon that ends a part: registries wrap what they say in what they were asked. */
function lastPart(text: string): string {
  return text.split(/: (?=[a-z])/).at(-1) ?? text;
}

function unschedulable(message: string, name: string, mending: Mending): Diagnosis {
  // What follows the first sentence is about the scheduler, not about the cluster.
  const [said = ''] = message.split('. ');
  const cause = 'unschedulable';
  if (/persistentvolumeclaim/i.test(said)) {
    return {
      cause,
      fault: 'volume-pending',
      sentence: `it waits for a volume: ${said.replace(/\.$/, '')}`,
      next: 'what is said of storage tells why; kubectl get storageclasses shows what the cluster can make',
    };
  }
  if (/Insufficient (cpu|memory)/.test(said)) {
    const isCpu = /Insufficient cpu/.test(said);
    return {
      cause,
      fault: isCpu ? 'unschedulable-cpu' : 'unschedulable-memory',
      sentence: `no node has room for it: ${said}`,
      next: `ask for less: ${mending.set(smallRequest(name, isCpu ? 'cpu' : 'memory'))}; or for fewer pods: ${mending.set(onePod)}; or give the cluster more (a Minikube: minikube delete, then npm run up)`,
    };
  }
  return {
    cause,
    fault: 'unschedulable-node',
    sentence: `no node may take it: ${said.replace(/\.$/, '')}`,
    next: `what is said of the nodes tells why (kubectl uncordon <node> opens one); otherwise mend nodeSelector and tolerations, then ${mending.putBack()}`,
  };
}

/** As chart/values-local.yaml has it, for a small machine. */
const smallRequests = { cpu: '25m', memory: '96Mi' };

function smallRequest(pod: string, kind: keyof typeof smallRequests): Setting {
  const [service, request] = [serviceIn(pod), `${kind}=${smallRequests[kind]}`];
  return {
    chart: `${service}.resources.requests.${request}`,
    kubectl: `set resources deployment/todo-${service} --requests=${request}`,
  };
}

function unsettled(said: string, mending: Mending): Diagnosis {
  const [, kind] = /(secret|configmap) "[^"]+" not found/.exec(said) ?? [];
  const fault = /couldn't find key/.test(said) || !kind ? 'secret-key-missing' : undefined;
  return {
    cause: 'settings',
    fault: fault ?? (kind === 'configmap' ? 'config-missing' : 'secret-missing'),
    sentence: `Kubernetes could not put its settings together: ${said}`,
    next: `make them again: ${kind === 'configmap' ? mending.putBack('ConfigMap') : mending.makeSecret}`,
  };
}

/** Why it ended, if it did. */
function ofEnding({ pod, warnings, log }: Evidence, mending: Mending): Diagnosis | undefined {
  const status = pod.status.containerStatuses?.[0];
  const ended = status?.state?.terminated ?? status?.lastState?.terminated;
  if (ended?.reason === 'OOMKilled') {
    return {
      cause: 'memory',
      fault: 'out-of-memory',
      sentence: 'it needed more memory than its limit and was ended',
      next: `raise the memory limit: ${mending.set(memoryLimit(pod.metadata.name))}`,
    };
  }
  const refusal = [...log].reverse().find(speaksOfDatabase) ?? warnings.find(speaksOfDatabase);
  const trouble = refusal && databaseTroubleIn(refusal, mending);
  if (refusal && trouble) {
    return {
      cause: 'database',
      fault: trouble.fault,
      sentence: `it cannot use the database, since ${trouble.why}: ${inShort(refusal)}`,
      next: trouble.next,
    };
  }
  const hung = warnings.findLast((text) => /liveness probe failed/i.test(text));
  if (hung) {
    return {
      cause: 'crash',
      fault: 'hung-and-restarted',
      sentence: `it runs, but does not answer at /health, so it is started again and again: ${hung}`,
      next: 'its last words are below; a limit of processor time that is too low does it, too',
    };
  }
  if (!ended || ended.exitCode === 0) return undefined;
  const times = status && status.restartCount > 0 ? `, ${status.restartCount + 1} times` : '';
  // A wrong setting ends a service with one line that says so.
  const words = log.findLast((line) => /^todo-(api|web): /.test(line))?.replace(/^todo-\w+: /, '');
  return {
    cause: 'crash',
    fault: words ? 'wrong-setting' : 'crash',
    sentence: `it ended with exit code ${ended.exitCode}${times}${words ? `: ${words.replace(/\.$/, '')}` : ''}`,
    next: words
      ? `set it right: ${setRight(words, mending)}`
      : `its last words are below; mend the cause, then ${mending.putBack()}${orGoBack(mending)}`,
  };
}

/** The other way, where there is one. */
function orGoBack({ goBack }: Mending): string {
  return goBack ? `; or go back: ${goBack}` : '';
}

/** Its words begin with the name of the setting. */
function setRight(words: string, mending: Mending): string {
  const [name = ''] = /^[A-Z][A-Z_]+/.exec(words) ?? [];
  const config = name.toLowerCase().replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  if (/_(URL|KEY|SECRET|SECRET_PREVIOUS)$/.test(name) && name !== 'PUBLIC_URL') {
    return mending.setSecret(config, name);
  }
  const setting = { config: `${config} …`, chart: '…', kubectl: 'edit configmap todo-api todo-web' };
  return name ? mending.set(setting) : mending.putBack();
}

function ofProbes({ warnings }: Evidence): Diagnosis | undefined {
  const probe = warnings.findLast((text) => /probe failed/i.test(text));
  if (probe === undefined) return undefined;
  return {
    cause: 'probe',
    fault: 'not-ready',
    sentence: `it runs, but does not answer that it is ready: ${probe}`,
    next: 'what is said of the database and of api tells why, and so do its last words below',
  };
}

/** Node's words for a network that fails, and the database's own; other services may fail in the same way. */
function speaksOfDatabase(line: string): boolean {
  return /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|password authentication failed|database ".*" does not exist|database cannot be|DATABASE_(?:DIRECT_)?URL(?:'s| (?!must be ))/i.test(
    line,
  );
}
