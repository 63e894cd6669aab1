import { contextOptions, contextsOf } from '../contexts.ts';
import { lastLine } from '../last-line.ts';
import { leastCpus, leastMemory, minikubeState, visibleShare } from '../minikube.ts';
import { findProfile } from '../profile.ts';
import type { Looking } from '../shell.ts';
import { kubectl, kubectlJson } from '../target.ts';
import { findComplaints } from '../tools.ts';
import type { Fault } from './faults.ts';
import { broken, type Check, type Finding, fine, type Patient, warning } from './finding.ts';

/** Whether Minikube runs and is large enough, its API server answers, and its clock is right. */
export const cluster: Check = {
  name: 'cluster',
  async look(patient) {
    const off = patient.target.isAllowed ? undefined : await whyMinikubeIsOff(patient);
    if (off) return [off];
    const answer = await kubectl(patient.shell, patient.target, 'get', '--raw=/readyz');
    if (answer.code !== 0) return [await silence(answer.stderr, patient)];
    const findings = await Promise.all([tooSmall(patient), clocks(patient)]);
    const found = findings.filter((finding) => finding !== undefined);
    return found.length > 0 ? found : fine('it runs, and its Kubernetes answers');
  },
};

async function whyMinikubeIsOff({ shell, target }: Patient): Promise<Finding | undefined> {
  const state = await minikubeState(shell, target.context);
  if (state === 'running') return undefined;
  const profile = await findProfile(shell, target.context);
  if (profile?.driver === 'docker') {
    const [complaint] = await findComplaints(shell, ['docker']);
    if (complaint) {
      const [what = '', next = 'npm run up starts it'] = complaint.sentence.split(/(?<!https?): /);
      return broken({
        fault: 'docker-unreachable',
        sentence: `Minikube runs inside Docker. ${what}`,
        next,
      });
    }
  }
  return state === 'none'
    ? broken({
        fault: 'minikube-missing',
        sentence: `there is no Minikube named ${target.context}`,
        next: ['npm run up makes one', await thereAre(shell)].filter(Boolean).join('; '),
      })
    : broken({
        fault: 'minikube-stopped',
        sentence: 'Minikube does not run, so nothing in it does',
        next: `npm run up, or minikube start --profile ${target.context}`,
      });
}

interface Silence {
  fault: Fault;
  says: RegExp;
  why: string;
  /** For Minikube, and for a cluster of another kind. */
  next: [minikube: (profile: string) => string, other: string];
}

/** From the most certain to the least. */
const silences: Silence[] = [
  {
    fault: 'context-unknown',
    says: /context .* does not exist/,
    why: 'the kubeconfig has no such context',
    next: [
      (profile) => `minikube update-context --profile ${profile}`,
      'kubectl config get-contexts shows those that there are; npm run pulumi -- config set kubeContext <name>',
    ],
  },
  {
    fault: 'clock-skew',
    says: /x509: .*current time \S+ is before/,
    why: "its certificate is not valid yet, so this machine's clock is behind",
    next: [() => 'set the clock of this machine', 'set the clock of this machine'],
  },
  {
    fault: 'certificate-expired',
    says: /x509: certificate has expired/,
    why: 'its certificate has expired',
    next: [
      (profile) => `minikube stop --profile ${profile}, then npm run up: starting makes new ones`,
      'whoever runs the cluster renews it (kubeadm certs renew all)',
    ],
  },
  {
    fault: 'certificate-unknown',
    says: /x509: certificate signed by unknown authority|x509: certificate is valid for/,
    why: 'its certificate is not the one that the kubeconfig trusts, as after a cluster was made anew',
    next: [(profile) => `minikube update-context --profile ${profile}`, 'get its kubeconfig again'],
  },
  {
    fault: 'not-signed-in',
    says: /Unauthorized|must be logged in|forbidden/i,
    why: 'it does not accept who you are',
    next: [
      (profile) => `minikube update-context --profile ${profile}`,
      'sign in to the cluster again, or get its kubeconfig again',
    ],
  },
];

async function silence(stderr: string, { shell, target }: Patient): Promise<Finding> {
  const { context, isAllowed } = target;
  const known = silences.find(({ says }) => says.test(stderr));
  const said = lastLine(stderr);
  if (!known) {
    return broken({
      fault: 'api-unreachable',
      sentence: `Kubernetes does not answer at ${context}: ${said}`,
      next: isAllowed ? 'start the cluster' : `minikube stop --profile ${context}, then npm run up`,
    });
  }
  const [minikube, other] = known.next;
  return broken({
    fault: known.fault,
    sentence: `Kubernetes cannot be asked at ${context}: ${known.why}`,
    next:
      (known.fault === 'context-unknown' && (await thereAre(shell))) ||
      (isAllowed ? other : minikube(context)),
    details: [said],
  });
}

/** The contexts that one could name instead; empty when there is none. */
async function thereAre(shell: Looking): Promise<string> {
  const contexts = await contextsOf(shell);
  return contexts?.length ? `look at another cluster that there is: ${contextOptions(contexts)}` : '';
}

async function tooSmall({ shell, target }: Patient): Promise<Finding | undefined> {
  const profile = target.isAllowed ? undefined : await findProfile(shell, target.context);
  if (!profile) return undefined;
  const { cpus = leastCpus, memory = leastMemory } = profile;
  if (cpus >= leastCpus && memory >= leastMemory * visibleShare) return undefined;
  return warning({
    fault: 'minikube-too-small',
    sentence: `Minikube has ${cpus} CPU and ${memory} MiB of memory, and the product with its updates needs ${leastCpus} and ${leastMemory}`,
    next: `minikube delete --profile ${target.context}, then npm run up (data inside that Minikube is lost)`,
  });
}

interface Lease {
  spec: { renewTime?: string };
}

/** A kubelet says every ten seconds that it lives; a minute and more is no delay. */
const mostSecondsApart = 60;

/** By the latest sign of life of a node: there is no other way to ask a cluster for the time without a pod. */
async function clocks({ shell, target, now }: Patient): Promise<Finding | undefined> {
  const leases = await kubectlJson<{ items: Lease[] }>(
    shell,
    target,
    ...['get', 'leases', '--namespace', 'kube-node-lease'],
  );
  const times = (leases?.items ?? []).map(({ spec }) => Date.parse(spec.renewTime ?? ''));
  const seconds = Math.round((now.getTime() - Math.max(...times)) / 1000);
  if (!Number.isFinite(seconds) || Math.abs(seconds) <= mostSecondsApart) return undefined;
  const way =
    seconds > 0 ? 'behind that of this machine, or its nodes are dead' : 'ahead of that of this machine';
  return warning({
    fault: 'clock-skew',
    sentence: `the cluster's clock is ${Math.abs(seconds)} seconds ${way}: sessions, tokens and certificates are refused where clocks disagree`,
    next: target.isAllowed
      ? 'set both clocks (timedatectl set-ntp true)'
      : `restart what Minikube runs in: minikube stop --profile ${target.context}, restart Docker, then npm run up`,
  });
}
