/**
 * How an existing Minikube was made.
 *
 * @module
 */
import type { Looking } from './shell.ts';

/** What Minikube keeps of a profile; what it does not tell is left out. */
export interface Profile {
  driver?: string;
  cpus?: number;
  /** In MiB. */
  memory?: number;
  /** What runs the containers; only with `docker` can images be built inside. */
  runtime?: string;
  /** Such as `v1.34.4`. */
  kubernetes?: string;
}

interface ListedProfile {
  Name: string;
  Config?: {
    Driver?: string;
    CPUs?: number;
    Memory?: number;
    KubernetesConfig?: { ContainerRuntime?: string; KubernetesVersion?: string };
  };
}

/** The profile of that name, running or not; undefined when there is none. */
export async function findProfile(shell: Looking, name: string): Promise<Profile | undefined> {
  const finished = await shell.run('minikube', ['profile', 'list', '--light', '--output=json']);
  return parseProfiles(finished.stdout, name);
}

/** Reads `minikube profile list --output=json`. */
function parseProfiles(json: string, name: string): Profile | undefined {
  try {
    const list = JSON.parse(json) as { valid?: ListedProfile[] };
    const found = list.valid?.find((profile) => profile.Name === name);
    if (!found) return undefined;
    const { Driver: driver, CPUs: cpus, Memory: memory, KubernetesConfig } = found.Config ?? {};
    const { ContainerRuntime: runtime, KubernetesVersion: kubernetes } = KubernetesConfig ?? {};
    return {
      ...(driver && { driver }),
      ...(cpus && { cpus }),
      ...(memory && { memory }),
      ...(runtime && { runtime }),
      ...(kubernetes && { kubernetes }),
    };
  } catch {
    return undefined;
  }
}
