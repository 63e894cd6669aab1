import { type Mending, onePod, serviceIn } from '../mending/mending.ts';
import { type Target, typedKubectl } from '../target.ts';
import type { Fault } from './faults.ts';
import { broken, type Check, type Finding, fine, unknown } from './finding.ts';
import { type Event, snapshot, type Workload } from './snapshot.ts';

/**
 * Whether Kubernetes makes the pods that Deployments ask for: what it refuses is no pod that one could look at.
 * What it could not make it tries ever more seldom, up to a quarter of an hour apart; a restart has it begin anew.
 */
export const admission: Check = {
  name: 'admission',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('what makes pods could not be listed');
    const findings = found.workloads.flatMap((workload) => {
      const said = refusalOf(workload, found.events);
      return said === undefined ? [] : [toFinding(workload, said, mending, patient.target)];
    });
    return findings.length > 0 ? findings : fine('Kubernetes makes every pod that is asked for');
  },
};

/** Why pods of a workload are not made at the moment, as Kubernetes says it; undefined where it makes them. */
export function refusalOf({ kind, metadata, spec, status }: Workload, events: Event[]): string | undefined {
  const failure = status?.conditions?.find((one) => one.type === 'ReplicaFailure' && one.status === 'True');
  // The condition keeps what the oldest ReplicaSet met with; what holds now is the newest event.
  if (failure) return newestOf(metadata.name, events) ?? failure.message ?? failure.reason ?? '';
  // A StatefulSet tells of it in events alone.
  if (kind !== 'StatefulSet' || spec.replicas === 0) return undefined;
  const last = events.findLast(({ involvedObject }) => involvedObject?.name === metadata.name);
  return last?.reason === 'FailedCreate' ? last.message : undefined;
}

function newestOf(deployment: string, events: Event[]): string | undefined {
  const last = events.findLast(
    ({ reason, involvedObject }) =>
      reason === 'FailedCreate' &&
      involvedObject?.kind === 'ReplicaSet' &&
      involvedObject.name?.replace(/-[^-]+$/, '') === deployment,
  );
  return last?.message?.replace(/^(?:\(combined from similar events\): )?(?:Error creating: )?/, '');
}

interface Refusal {
  fault: Fault;
  says: RegExp;
  sentence: (match: RegExpExecArray) => string;
  /** @param tryAgain a command that has Kubernetes make the pod at once */
  next: (mending: Mending, name: string, tryAgain: string, said: string) => string;
}

const resources = (name: string, limit = 'cpu=1') => ({
  chart: `${serviceIn(name)}.resources.limits.${limit}`,
  kubectl: `set resources deployment/${name} --limits=${limit}`,
});

/** The limit that a LimitRange would let through, such as `cpu=500m`. */
function allowedLimit(said: string): string | undefined {
  const [, kind, amount] = /maximum (cpu|memory) usage per Container is (\w+)/.exec(said) ?? [];
  return kind && `${kind}=${amount}`;
}

const askForWebhook =
  'ask whoever installed that webhook (kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations)';

const refusals: Refusal[] = [
  {
    fault: 'quota-exceeded',
    says: /exceeded quota: ([^,]+), requested: (.+), used: (.+), limited: ([^;]+)/,
    sentence: ([, name, requested, used, limited]) =>
      `the quota ${name} leaves no room for a pod of it: it asks for ${requested}, ${used} of ${limited} is taken`,
    next: (mending, _name, tryAgain) =>
      `raise that quota, then ${tryAgain}; or ask for less: ${mending.set(onePod)}`,
  },
  {
    fault: 'quota-exceeded',
    says: /failed quota: ([^:]+): must specify (.+)/,
    sentence: ([, name, what]) => `the quota ${name} wants every container to say its ${what}`,
    next: (mending, name) => `say them: ${mending.set(resources(name))}`,
  },
  {
    fault: 'pod-security-refused',
    says: /violates PodSecurity "([^"]+)": (.+)/,
    sentence: ([, level, why]) => `a pod of it is refused, since the namespace asks for "${level}": ${why}`,
    next: (mending) =>
      `put the pods back as they were deployed (what you add must fit that level): ${mending.putBack()}`,
  },
  {
    fault: 'limits-refused',
    says: /forbidden: \[?((?:minimum|maximum) .+)/,
    sentence: ([, why]) => `a LimitRange of the namespace refuses a pod of it: ${why?.replace(/\]$/, '')}`,
    next: (mending, name, tryAgain, said) =>
      `change that LimitRange, then ${tryAgain}; or change the resources: ${mending.set(resources(name, allowedLimit(said)))}`,
  },
  {
    fault: 'webhook-refused',
    says: /admission webhook "([^"]+)" denied the request(?:: (.+)| without explanation)/,
    sentence: ([, name, why = 'it does not say why']) =>
      `the admission webhook ${name} refuses a pod of it: ${why}`,
    next: (_mending, _name, tryAgain) =>
      `give the pods what it asks for, or ${askForWebhook}, then ${tryAgain}`,
  },
  {
    fault: 'webhook-refused',
    says: /(?:failed calling|admission) webhook "([^"]+)"(.*)/,
    sentence: ([, name, why]) => `the admission webhook ${name} stands in the way of a pod of it${why}`,
    next: (_mending, _name, tryAgain) => `${askForWebhook}; once it lets pods be made: ${tryAgain}`,
  },
  {
    fault: 'webhook-refused',
    says: /ValidatingAdmissionPolicy '([^']+)' .*?denied request: (.+)/,
    sentence: ([, name, why]) => `the admission policy ${name} refuses a pod of it: ${why}`,
    next: (_mending, _name, tryAgain) =>
      `give the pods what it asks for, or ask whoever made that policy (kubectl get validatingadmissionpolicies), then ${tryAgain}`,
  },
  {
    fault: 'account-missing',
    says: /serviceaccount "([^"]+)" not found/,
    sentence: ([, name]) => `its service account ${name} is gone, so no pod of it can be made`,
    next: (mending, name) => `make it again: ${mending.putBack(`ServiceAccount/${name}`)}`,
  },
];

function toFinding(
  { kind, metadata: { name } }: Workload,
  said: string,
  mending: Mending,
  target: Target,
): Finding {
  const tryAgain = typedKubectl(target, `rollout restart ${kind.toLowerCase()}/${name}`);
  return broken(explainRefusal(name, said, mending, tryAgain));
}

/**
 * Why a pod of a workload is not made, in words.
 *
 * @param said what Kubernetes says of it
 * @param tryAgain a command that has Kubernetes make the pod at once
 */
export function explainRefusal(name: string, said: string, mending: Mending, tryAgain: string) {
  for (const { fault, says, sentence, next } of refusals) {
    const match = says.exec(said);
    if (match)
      return { fault, sentence: `${name}: ${sentence(match)}`, next: next(mending, name, tryAgain, said) };
  }
  return {
    fault: 'pod-not-created' as const,
    sentence: `${name}: Kubernetes does not make a pod of it: ${said}`,
    next: `mend what it says, then ${tryAgain}`,
  };
}
