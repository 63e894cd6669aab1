import { isReady, type Pod } from '../diagnose.ts';
import { kubectlJson, type Target } from '../target.ts';
import { broken, type Check, fine, unknown } from './finding.ts';

/** Whether the cluster's own server of names runs: without it no service finds another, nor the database. */
export const dns: Check = {
  name: 'dns',
  async look({ shell, target }) {
    const place = ['--namespace', 'kube-system', '--selector=k8s-app=kube-dns'];
    const [pods, servers] = await Promise.all([
      kubectlJson<{ items: Pod[] }>(shell, target, 'get', 'pods', ...place),
      kubectlJson<{ items: Deployment[] }>(shell, target, 'get', 'deployments', ...place),
    ]);
    if (!pods || !servers) return unknown('the cluster does not let one look at its server of names');
    const ready = pods.items.filter(isReady).length;
    if (ready > 0) return fine(`the cluster's server of names runs (${ready} ready)`);
    const server = servers.items[0];
    if (!server && pods.items.length === 0)
      return unknown('the cluster has a server of names of its own kind');
    return [
      broken({
        fault: 'cluster-dns-down',
        sentence: `no pod of the cluster's server of names is ready${server?.spec.replicas === 0 ? ' (somebody scaled it to 0)' : ''}: web does not find api, and api not the database`,
        next: mend(target, server),
      }),
    ];
  },
};

interface Deployment {
  metadata: { name: string };
  spec: { replicas?: number };
}

function mend({ context }: Target, server: Deployment | undefined): string {
  const kubectl = `kubectl --context ${context} --namespace kube-system`;
  if (server?.spec.replicas === 0) return `${kubectl} scale deployment ${server.metadata.name} --replicas=1`;
  return `${kubectl} rollout restart deployment ${server?.metadata.name ?? 'coredns'}`;
}
