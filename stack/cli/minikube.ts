/**
 * The Minikube that is deployed to: whether it runs, whether it is large enough, and how it is started.
 *
 * @module
 */
import { parseStatus } from '../src/minikube.ts';
import { contextsOf } from './contexts.ts';
import { findProfile, type Profile } from './profile.ts';
import { type Looking, type Shell, Stop } from './shell.ts';
import { findComplaints } from './tools.ts';

/** The least that the product, its rolling updates and Kubernetes itself fit into. */
export const leastCpus = 2;
/** In MiB; what Minikube calls 4 GB. */
export const leastMemory = 4096;
/** Of the memory that a machine of `leastMemory` has, the kernel keeps some: it shows a little less. */
export const visibleShare = 0.9;

/** Minor version of Kubernetes: the first in which a pod can wait without a shell before it ends. */
const leastKubernetes = 30;

/** Addons of Minikube that `up` can be asked for. */
interface Addons {
  ingress: boolean;
  dashboard: boolean;
}

/** A Minikube profile, and what it is to have. */
export interface Cluster extends Addons {
  /** Minikube names the kubeconfig context after its profile. */
  profile: string;
}

/** Whether Minikube's host and API server run. */
export async function minikubeState(
  shell: Looking,
  profile: string,
): Promise<'running' | 'stopped' | 'none'> {
  const finished = await shell.run('minikube', ['status', '--profile', profile, '--output=json']);
  const state = parseStatus(finished.stdout);
  // While its Docker is off, Minikube calls a cluster that is only stopped nonexistent; its list of profiles knows better.
  return state === 'none' && (await findProfile(shell, profile)) ? 'stopped' : state;
}

/** @throws Stop with one line when Minikube does not run: for commands that only look. */
export async function requireRunning(shell: Shell, profile: string): Promise<void> {
  const state = await minikubeState(shell, profile);
  if (state === 'running') return;
  const start = profile === 'minikube' ? 'minikube start' : `minikube start --profile ${profile}`;
  throw new Stop(
    state === 'stopped'
      ? `Minikube does not run: ${start} (npm run up starts it too)`
      : `There is no Minikube named ${profile}: npm run up makes one`,
  );
}

/**
 * Makes sure that Minikube runs, with the addons asked for.
 *
 * @throws Stop when the machine or an existing Minikube is too small or of another kind, or when it does not start.
 */
export async function ensureMinikube(shell: Shell, cluster: Cluster): Promise<void> {
  const wanted = [
    'metrics-server',
    ...(cluster.ingress ? ['ingress'] : []),
    ...(cluster.dashboard ? ['dashboard'] : []),
  ];
  const { state, profile } = await inspectMinikube(shell, cluster.profile);
  if (state === 'running') return enableAddons(shell, cluster.profile, wanted);
  if (!profile || profile.driver === 'docker') await requireDocker(shell, !profile);
  shell.say(
    profile ? 'Starting Minikube …' : 'Starting a new Minikube (the first time this downloads about 1 GB) …',
  );
  const code = await shell.show('minikube', [
    ...['start', '--profile', cluster.profile],
    ...(profile ? [] : [`--cpus=${leastCpus}`, `--memory=${leastMemory}`, '--container-runtime=docker']),
    `--addons=${wanted.join(',')}`,
  ]);
  if (code !== 0) {
    throw new Stop(
      `Minikube did not start; its message is above. What often helps: minikube delete --profile ${cluster.profile}, then npm run up`,
    );
  }
}

/**
 * Looks at a Minikube, running or not, without changing it.
 *
 * @throws Stop when nothing may be deployed to it: another cluster of that name, or one too small or of another kind.
 */
export async function inspectMinikube(
  shell: Shell,
  name: string,
): Promise<{ state: 'running' | 'stopped' | 'none'; profile: Profile | undefined }> {
  const [state, profile] = await Promise.all([minikubeState(shell, name), findProfile(shell, name)]);
  if (state === 'none' && !profile) await refuseOtherCluster(shell, name);
  if (profile) refuseProfile(profile, name);
  return { state, profile };
}

/** A context of that name that is no Minikube: starting one would put it in the place of a cluster that matters. */
async function refuseOtherCluster(shell: Shell, context: string): Promise<void> {
  const contexts = await contextsOf(shell);
  if (contexts?.includes(context)) {
    throw new Stop(
      `${context} is a cluster of your kubeconfig that is no Minikube, and only Minikube is deployed to: npm run up -- --context minikube`,
    );
  }
}

/** Minikube changes neither size nor runtime of what exists already. */
function refuseProfile(profile: Profile, name: string): void {
  const again = `minikube delete --profile ${name}, then npm run up (data inside that Minikube is lost)`;
  if (profile.runtime !== undefined && profile.runtime !== 'docker') {
    throw new Stop(
      `Your Minikube runs containers with ${profile.runtime}, and images are built in its Docker: ${again}`,
    );
  }
  const version = /^v?1\.(\d+)/.exec(profile.kubernetes ?? '')?.[1];
  if (version !== undefined && Number(version) < leastKubernetes) {
    throw new Stop(
      `Your Minikube runs Kubernetes 1.${version}, and the product needs 1.${leastKubernetes}: minikube start --profile ${name} --kubernetes-version=stable, then npm run up`,
    );
  }
  const { cpus, memory } = profile;
  if (cpus !== undefined && cpus < leastCpus) {
    throw new Stop(`Your Minikube was made with ${cpus} CPU, and the product needs ${leastCpus}: ${again}`);
  }
  if (memory !== undefined && memory < leastMemory * visibleShare) {
    throw new Stop(
      `Your Minikube was made with ${memory} MiB of memory, and the product needs ${leastMemory}: ${again}`,
    );
  }
}

/** Minikube's default driver is Docker; it must be there, and for a new Minikube have room. */
async function requireDocker(shell: Shell, isNew: boolean): Promise<void> {
  const [complaint] = await findComplaints(shell, ['docker']);
  if (complaint) throw new Stop(complaint.sentence);
  if (!isNew) return;
  const finished = await shell.run('docker', ['info', '--format', '{{.NCPU}} {{.MemTotal}}']);
  const [cpus, bytes] = finished.stdout.trim().split(' ').map(Number);
  if (!cpus || !bytes) return; // Minikube's own checks follow.
  const more =
    shell.platform === 'linux'
      ? 'this needs a larger machine'
      : 'give it more in Docker Desktop → Settings → Resources, then try again';
  const memory = Math.floor(bytes / 1024 ** 2);
  if (cpus < leastCpus) {
    throw new Stop(`Docker has ${cpus} CPU, and Kubernetes with the product needs ${leastCpus}: ${more}`);
  }
  if (memory < leastMemory * visibleShare) {
    throw new Stop(
      `Docker has ${memory} MiB of memory, and Kubernetes with the product needs ${leastMemory}: ${more}`,
    );
  }
}

async function enableAddons(shell: Shell, profile: string, wanted: string[]): Promise<void> {
  const finished = await shell.run('minikube', ['addons', 'list', '--profile', profile, '--output=json']);
  let states: Record<string, { Status?: string }> = {};
  try {
    states = JSON.parse(finished.stdout) as typeof states;
  } catch {
    // An unreadable list: enabling an addon that is on already changes nothing.
  }
  for (const addon of wanted.filter((name) => states[name]?.Status !== 'enabled')) {
    shell.say(`Enabling Minikube's ${addon} …`);
    const result = await shell.run('minikube', ['addons', 'enable', addon, '--profile', profile], {
      timeoutSeconds: 300,
    });
    if (result.code !== 0) {
      throw new Stop(
        `Minikube's addon ${addon} could not be enabled: minikube addons enable ${addon} --profile ${profile} says why`,
      );
    }
  }
}
