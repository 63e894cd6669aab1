/**
 * What runs in the cluster at this moment. Somebody may have rolled back or uninstalled by hand since the last update,
 * and an explanation that only knew the last update would then be wrong.
 *
 * @module
 */
import type { Run } from './minikube.ts';
import { namespaceName, type ServiceName, services } from './names.ts';

/** What the pods of one service are made from. */
export interface RunningService {
  image: string;
  /** Empty where pods read no secret. */
  secretChecksum: string;
  replicas: number;
}

/** Services that are there; undefined when nobody can tell, as without kubectl. */
export type Running = Partial<Record<ServiceName, RunningService>> | undefined;

interface Deployment {
  metadata: { name: string };
  spec: {
    replicas?: number;
    template: {
      metadata: { annotations?: Record<string, string> };
      spec: { containers: { image: string }[] };
    };
  };
}

/** Asks the cluster. */
export async function findRunning(run: Run, kubeContext: string): Promise<Running> {
  const names = services.map((service) => `todo-${service}`);
  const finished = await run('kubectl', [
    ...['--context', kubeContext, '--namespace', namespaceName, '--request-timeout=5s'],
    ...['get', 'deployments', ...names, '--ignore-not-found', '--output=json'],
  ]);
  return finished.code === 0 ? parseDeployments(finished.stdout) : undefined;
}

/** Reads the answer of kubectl: a list, one object, or nothing at all when none is found. */
export function parseDeployments(json: string): Running {
  if (json.trim() === '') return {};
  try {
    const parsed = JSON.parse(json) as Deployment | { items: Deployment[] };
    const found: Running = {};
    for (const { metadata, spec } of 'items' in parsed ? parsed.items : [parsed]) {
      const service = services.find((name) => metadata.name === `todo-${name}`);
      const image = spec.template.spec.containers[0]?.image;
      if (!service || !image) continue;
      const secretChecksum = spec.template.metadata.annotations?.['checksum/secret'] ?? '';
      found[service] = { image, secretChecksum, replicas: spec.replicas ?? 1 };
    }
    return found;
  } catch {
    return undefined;
  }
}
