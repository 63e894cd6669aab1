import type { CausedFault } from './fault.ts';
import { brokenContexts } from './kubeconfig.ts';
import type { Scene } from './scene.ts';

const stray = 'todo-faults-stray';

/** A node that nothing runs on, so that it can be made ill without harm. */
async function strayNode(scene: Scene, conditions: { type: string; status: string; message: string }[]) {
  await scene.apply({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: stray },
    spec: { unschedulable: false },
  });
  const now = new Date().toISOString().replace(/\.\d+/, '');
  const times = { lastHeartbeatTime: now, lastTransitionTime: now, reason: 'Trial' };
  const patch = JSON.stringify({ status: { conditions: conditions.map((one) => ({ ...one, ...times })) } });
  await scene.kubectl('patch', 'node', stray, '--subresource=status', '--type=merge', `--patch=${patch}`);
}

const removeStray = (scene: Scene) => scene.kubectl('delete', 'node', stray);
const ready = { type: 'Ready', status: 'True', message: 'kubelet is posting ready status' };
const coredns = ['--namespace', 'kube-system', 'scale', 'deployment/coredns'];

/** What goes wrong with the cluster itself, and on the way to it. */
export const ofCluster: CausedFault[] = [
  {
    fault: 'node-not-ready',
    caused: 'a second node that never said that it is ready',
    cause: (scene) => scene.apply({ apiVersion: 'v1', kind: 'Node', metadata: { name: stray }, spec: {} }),
    undo: removeStray,
    isWide: true,
  },
  {
    fault: 'node-disk-pressure',
    caused: 'the condition DiskPressure set on a second node',
    cause: (scene) =>
      strayNode(scene, [
        ready,
        { type: 'DiskPressure', status: 'True', message: 'kubelet has disk pressure' },
      ]),
    undo: removeStray,
    isWide: true,
  },
  {
    fault: 'node-memory-pressure',
    caused: 'the condition MemoryPressure set on a second node',
    cause: (scene) =>
      strayNode(scene, [
        ready,
        { type: 'MemoryPressure', status: 'True', message: 'kubelet has insufficient memory available' },
      ]),
    undo: removeStray,
    isWide: true,
  },
  {
    fault: 'node-cordoned',
    caused: 'kubectl cordon of the only node, then kubectl rollout restart',
    cause: async (scene) => {
      await scene.kubectl('cordon', '--selector=!todo-faults');
      await scene.restart('web');
    },
    undo: (scene) => scene.kubectl('uncordon', '--selector=!todo-faults'),
    isWide: true,
  },
  {
    fault: 'cluster-dns-down',
    caused: "the cluster's server of names scaled to 0",
    cause: (scene) => scene.kubectl(...coredns, '--replicas=0'),
    undo: (scene) => scene.kubectl(...coredns, '--replicas=1'),
    says: /somebody scaled it to 0/,
    isWide: true,
  },
  {
    fault: 'clock-skew',
    caused: "this machine's clock ten minutes ahead",
    cause: async () => undefined,
    clock: 600,
  },
  ...brokenContexts.map(
    ({ name, fault, caused }): CausedFault => ({
      fault,
      caused,
      cause: async () => undefined,
      target: (target) => ({ ...target, context: name }),
    }),
  ),
];
