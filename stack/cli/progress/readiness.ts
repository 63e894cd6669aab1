/**
 * How far a roll is: new pods that are ready, of those that there will be.
 *
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Shell } from '../shell.ts';
import { kubectlJson, type Target } from '../target.ts';

/** What of a Deployment tells how far it is. */
export interface RollingDeployment {
  metadata: { name: string; generation?: number };
  spec: { replicas?: number };
  status: {
    observedGeneration?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    replicas?: number;
  };
}

/** A watch over both Deployments. */
export interface Readiness {
  /** Such as `api 1 of 2, web 0 of 2`; empty while nothing is known. */
  sentence(): string;
  end(): void;
}

const everySeconds = 2;

/** Starts to watch, until it is told to end. */
export function watchReadiness(shell: Shell, target: Target): Readiness {
  const ended = new AbortController();
  let sentence = '';
  void (async () => {
    while (!ended.signal.aborted) {
      const list = await kubectlJson<{ items: RollingDeployment[] }>(shell, target, 'get', 'deployments');
      sentence = list ? howFar(list.items) : sentence;
      await wait(everySeconds * 1000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })();
  return { sentence: () => sentence, end: () => ended.abort() };
}

/** How far each Deployment is. */
export function howFar(deployments: RollingDeployment[]): string {
  const parts = deployments.map(({ metadata, spec, status }) => {
    const wanted = spec.replicas ?? 1;
    const isSeen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
    const updated = isSeen ? (status.updatedReplicas ?? 0) : 0;
    // Pods of before count as available too: they are what there is beyond the updated ones.
    const old = (status.replicas ?? 0) - updated;
    const ready = Math.max(0, Math.min(updated, (status.availableReplicas ?? 0) - old));
    return `${metadata.name.replace(/^todo-/, '')} ${ready} of ${wanted}`;
  });
  return parts.length > 0 ? `new pods ready: ${parts.join(', ')}` : '';
}
