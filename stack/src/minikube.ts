/**
 * What the program asks of Minikube: does it run, where is its Docker daemon, what is its address.
 *
 * @module
 */
// Of the package itself only this: commands that merely look at a cluster come here, too.
import { RunError } from '@pulumi/pulumi/errors.js';
import type { Run } from './run-program.ts';

/** A Docker daemon that is reached over TLS. Keys stay in files: only their folder's path is passed on. */
export interface DockerDaemon {
  host: string;
  certPath?: string;
}

/** A Minikube that runs. */
export interface Minikube {
  daemon: DockerDaemon;
  /** The node's address; absent where Minikube cannot tell. */
  address?: string;
}

/**
 * Finds a running Minikube, its Docker daemon and its address, all questions at once: each takes Minikube a good part of
 * a second.
 *
 * @throws RunError with one line when Minikube is missing, stopped, or has no such profile.
 */
export async function findMinikube(run: Run, profile: string): Promise<Minikube> {
  const [status, environment, ip] = await Promise.all([
    run('minikube', ['status', '--output=json', '--profile', profile]),
    run('minikube', ['docker-env', '--shell=none', '--profile', profile]),
    run('minikube', ['ip', '--profile', profile]),
  ]);
  if (status.code === null) {
    throw new RunError(
      'minikube is not installed: https://minikube.sigs.k8s.io/docs/start (npm run up checks for all)',
    );
  }
  const state = parseStatus(status.stdout);
  if (state === 'none') {
    const other = profile === 'minikube' ? '' : ', or npm run pulumi -- config set kubeContext minikube';
    throw new RunError(
      `There is no Minikube named ${profile}, and only Minikube is deployed to: minikube start --profile ${profile}${other}`,
    );
  }
  if (state === 'stopped') throw new RunError(`Minikube does not run: minikube start --profile ${profile}`);

  const daemon = parseDockerEnv(environment.stdout);
  if (environment.code !== 0 || !daemon) {
    throw new RunError(
      `Minikube's Docker daemon cannot be reached; it needs the docker runtime: minikube delete --profile ${profile} && minikube start --profile ${profile} --container-runtime=docker`,
    );
  }
  const address = ip.stdout.trim();
  return ip.code === 0 && /^[0-9a-fA-F.:]+$/.test(address) ? { daemon, address } : { daemon };
}

interface NodeStatus {
  Host?: string;
  APIServer?: string;
}

/** Reads `minikube status --output=json`, which is an object, or an array when there are several nodes. */
export function parseStatus(json: string): 'running' | 'stopped' | 'none' {
  let nodes: NodeStatus[];
  try {
    const parsed = JSON.parse(json) as NodeStatus | NodeStatus[];
    nodes = Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return 'none';
  }
  // Worker nodes have no API server of their own; the first node is the control plane.
  const first = nodes[0];
  if (first?.Host === undefined || first.Host === 'Nonexistent') return 'none';
  return first.Host === 'Running' && first.APIServer === 'Running' ? 'running' : 'stopped';
}

/** Reads `minikube docker-env --shell=none`: one KEY=VALUE a line. */
export function parseDockerEnv(text: string): DockerDaemon | undefined {
  const entries = text
    .split(/\r?\n/)
    .map((line) => /^([A-Z_]+)=(.*)$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map((match) => [match[1], match[2]?.replace(/^"(.*)"$/, '$1')]);
  const { DOCKER_HOST: host, DOCKER_CERT_PATH: certPath } = Object.fromEntries(entries) as Record<
    string,
    string
  >;
  if (!host) return undefined;
  return certPath ? { host, certPath } : { host };
}
