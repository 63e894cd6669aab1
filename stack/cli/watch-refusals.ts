/**
 * Pods that Kubernetes refuses to make while an update runs (a quota, a LimitRange, a webhook): there is no pod to look
 * at then, only what its Deployment says.
 *
 * @module
 */
import { releaseName } from '../src/names.ts';
import { explainRefusal } from './doctor/admission.ts';
import { withPulumi } from './mending/mending.ts';
import type { Finished } from './shell.ts';
import { readJson } from './target.ts';

interface Deployment {
  metadata: { name: string; generation?: number };
  status?: { conditions?: { type: string; status: string; message?: string }[] };
}

interface Refusal {
  generation: number;
  since: number;
  said: string;
}

/** After this long a refusal does not end by itself: old pods that filled a quota are gone by then. */
const hopelessAfterSeconds = 60;

/**
 * Starts to watch. What was refused before the update touched any Deployment is not its doing; what is refused still once
 * it touched one is waited for in vain all the same.
 */
export async function watchRefusals(kubectl: (...args: string[]) => Promise<Finished>, clock: () => number) {
  const refused = new Map<string, Refusal>();
  const before = new Map((await deployments()).map((one) => [one.metadata.name, generationOf(one)]));

  async function deployments(): Promise<Deployment[]> {
    const selector = `--selector=app.kubernetes.io/instance=${releaseName}`;
    const answer = await kubectl('get', 'deployments', selector, '--output=json');
    return readJson<{ items: Deployment[] }>(answer.stdout)?.items ?? [];
  }

  return {
    /** Looks once. A release that goes back changes its Deployments again, and what it failed at is kept. */
    async look(): Promise<void> {
      const all = await deployments();
      if (!all.some((one) => generationOf(one) > (before.get(one.metadata.name) ?? 0))) return;
      for (const deployment of all) {
        const { name } = deployment.metadata;
        const generation = generationOf(deployment);
        const failure = deployment.status?.conditions?.find(
          ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
        );
        const last = refused.get(name);
        const isSame = last?.generation === generation;
        if (failure) {
          const since = isSame ? last.since : clock();
          refused.set(name, { generation, since, said: failure.message ?? '' });
        } else if (isSame) refused.delete(name);
      }
    },
    /** Whether one has stood for so long that waiting is in vain. */
    isHopeless: () =>
      [...refused.values()].some(({ since }) => clock() - since >= hopelessAfterSeconds * 1000),
    /** Each Deployment that pods of are refused, why, and what to do. */
    inWords: () =>
      [...refused].map(([name, { said, since }]) => ({
        since,
        ...explainRefusal(name, said, withPulumi({ stack: 'local' }), 'npm run up'),
      })),
  };
}

function generationOf({ metadata }: Deployment): number {
  return metadata.generation ?? 1;
}
