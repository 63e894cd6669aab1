import { parseStatus } from '../src/minikube.ts';
import { type Shell, Stop } from './shell.ts';

/** The least that the product, its rolling updates and Kubernetes itself fit into. */
const leastCpus = 2;
/** In MiB; what Minikube calls 4 GB. */
const leastMemory = 4096;
/** Of the memory that a machine of `leastMemory` has, the kernel keeps some: a node shows a little less. */
const visibleShare = 0.9;

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

/** Whether Minikube's host and API server run; false as well when the profile does not exist. */
export async function isMinikubeRunning(shell: Shell, profile: string): Promise<boolean> {
  const finished = await shell.run('minikube', ['status', '--profile', profile, '--output=json']);
  return parseStatus(finished.stdout) === 'running';
}

/** Starts Minikube when it does not run, with the addons asked for, and refuses a machine that is too small. */
export async function ensureMinikube(shell: Shell, cluster: Cluster): Promise<void> {
  const wanted = [
    'metrics-server',
    ...(cluster.ingress ? ['ingress'] : []),
    ...(cluster.dashboard ? ['dashboard'] : []),
  ];
  if (!(await isMinikubeRunning(shell, cluster.profile))) {
    await requireRoom(shell);
    shell.say('Starting Minikube (the first time this downloads about 1 GB) …');
    const code = await shell.show('minikube', [
      'start',
      '--profile',
      cluster.profile,
      `--cpus=${leastCpus}`,
      `--memory=${leastMemory}`,
      '--container-runtime=docker',
      `--addons=${wanted.join(',')}`,
    ]);
    if (code !== 0)
      throw new Stop(
        'Minikube did not start; its message is above. `minikube delete` and another try often helps.',
      );
    return;
  }
  await requireNode(shell, cluster.profile);
  await enableAddons(shell, cluster.profile, wanted);
}

/** Refuses before Minikube is made, when Docker itself has been given too little. */
async function requireRoom(shell: Shell): Promise<void> {
  const finished = await shell.run('docker', ['info', '--format', '{{.NCPU}} {{.MemTotal}}']);
  const [cpus, bytes] = finished.stdout.trim().split(' ').map(Number);
  if (!cpus || !bytes) return; // Minikube may use another driver; its own checks follow.
  const memory = Math.floor(bytes / 1024 ** 2);
  if (cpus < leastCpus) {
    throw new Stop(
      `Docker has ${cpus} CPU, and Kubernetes with this product needs ${leastCpus}: give Docker more, then try again.`,
    );
  }
  if (memory < leastMemory * visibleShare) {
    throw new Stop(
      `Docker has ${memory} MiB of memory, and Kubernetes with this product needs ${leastMemory}: give Docker more, then try again.`,
    );
  }
}

/** Refuses a Minikube that was made too small. */
async function requireNode(shell: Shell, profile: string): Promise<void> {
  const finished = await shell.run('minikube', [
    'kubectl',
    '--profile',
    profile,
    '--',
    'get',
    'nodes',
    '--output=json',
  ]);
  const capacity = firstCapacity(finished.stdout);
  if (!capacity) return;
  if (capacity.cpus < leastCpus || capacity.memory < leastMemory * visibleShare) {
    throw new Stop(
      `Minikube has ${capacity.cpus} CPU and ${capacity.memory} MiB of memory, and needs ${leastCpus} and ${leastMemory}: ` +
        `minikube delete && minikube start --cpus=${leastCpus} --memory=${leastMemory}`,
    );
  }
}

/** CPUs and MiB of memory of the first node in `kubectl get nodes --output=json`; undefined when it is not that. */
export function firstCapacity(json: string): { cpus: number; memory: number } | undefined {
  try {
    const list = JSON.parse(json) as { items: { status: { capacity: { cpu: string; memory: string } } }[] };
    const capacity = list.items[0]?.status.capacity;
    const kibibytes = /^(\d+)Ki$/.exec(capacity?.memory ?? '')?.[1];
    if (!capacity || !kibibytes) return undefined;
    return { cpus: Number(capacity.cpu), memory: Math.floor(Number(kibibytes) / 1024) };
  } catch {
    return undefined;
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
        `Minikube's addon ${addon} could not be enabled: minikube addons enable ${addon} says why.`,
      );
    }
  }
}
