/**
 * What the program asks of Minikube: does it run, where is its Docker daemon, what is its address.
 *
 * @module
 */
import { execFile } from 'node:child_process';
import { RunError } from '@pulumi/pulumi';

/** What a program left behind; `code` is null when it could not be started. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end; tests give one of their own, so that they need no Minikube. */
export type Run = (program: string, args: string[]) => Promise<Finished>;

/** A Docker daemon that is reached over TLS. Keys stay in files: only their folder's path is passed on. */
export interface DockerDaemon {
  host: string;
  certPath?: string;
}

/** Runs a program on this machine. */
export const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : null) : 0;
      resolve({ code, stdout, stderr });
    });
  });

/**
 * Finds the Docker daemon of a running Minikube.
 *
 * @throws RunError with one line when Minikube is missing, stopped, or has no such profile.
 */
export async function findMinikube(run: Run, profile: string): Promise<DockerDaemon> {
  const status = await run('minikube', ['status', '--output=json', '--profile', profile]);
  if (status.code === null) {
    throw new RunError(
      'minikube is not installed: https://minikube.sigs.k8s.io/docs/start (npm run up checks for all)',
    );
  }
  const state = parseStatus(status.stdout);
  if (state === 'none') {
    const other = profile === 'minikube' ? '' : ', or npx pulumi config set kubeContext minikube';
    throw new RunError(
      `There is no Minikube named ${profile}, and only Minikube is deployed to: minikube start --profile ${profile}${other}`,
    );
  }
  if (state === 'stopped') throw new RunError(`Minikube does not run: minikube start --profile ${profile}`);

  const environment = await run('minikube', ['docker-env', '--shell=none', '--profile', profile]);
  const daemon = parseDockerEnv(environment.stdout);
  if (environment.code !== 0 || !daemon) {
    throw new RunError(
      `Minikube's Docker daemon cannot be reached; it needs the docker runtime: minikube delete --profile ${profile} && minikube start --profile ${profile} --container-runtime=docker`,
    );
  }
  return daemon;
}

/** The node's address; undefined where Minikube cannot tell. */
export async function findMinikubeAddress(run: Run, profile: string): Promise<string | undefined> {
  const finished = await run('minikube', ['ip', '--profile', profile]);
  const address = finished.stdout.trim();
  return finished.code === 0 && /^[0-9a-fA-F.:]+$/.test(address) ? address : undefined;
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
