/**
 * Pods that Kubernetes could not make, for want of a service account or of room in a quota. It tries again ever more
 * seldom, up to a quarter of an hour apart, so an update that mends the cause would wait in vain for its pods.
 *
 * @module
 */
import type { Workload } from '../doctor/snapshot.ts';
import type { Shell } from '../shell.ts';
import { kubectl, kubectlJson, type Target } from '../target.ts';

/** Has Kubernetes begin anew with the pods that it could not make, and says so. */
export async function beginAnew(shell: Shell, target: Target): Promise<void> {
  const found = await kubectlJson<{ items: Workload[] }>(shell, target, 'get', 'deployments');
  const stalled = (found?.items ?? []).filter(({ status }) =>
    status?.conditions?.some((one) => one.type === 'ReplicaFailure' && one.status === 'True'),
  );
  for (const { metadata } of stalled) {
    const restarted = await kubectl(shell, target, 'rollout', 'restart', `deployment/${metadata.name}`);
    if (restarted.code !== 0) continue;
    shell.say(
      `Kubernetes could not make a pod of ${metadata.name}, and tries ever more seldom: it begins anew.`,
    );
  }
}
