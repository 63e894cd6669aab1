import { kubectlJson, type Target } from '../target.ts';
import type { Fault } from './faults.ts';
import { broken, type Check, type Finding, fine, unknown, warning } from './finding.ts';

/** The part of a node that is looked at. */
export interface Node {
  metadata: { name: string };
  spec?: { unschedulable?: boolean };
  status: {
    conditions?: { type: string; status: string; message?: string }[];
    images?: { names?: string[] }[];
  };
}

/** Whether the nodes are ready, have room, and take new pods. */
export const nodes: Check = {
  name: 'nodes',
  async look({ shell, target }) {
    const list = await kubectlJson<{ items: Node[] }>(shell, target, 'get', 'nodes');
    if (!list) return unknown('the nodes could not be listed');
    const ready = list.items.filter(isReady).length;
    const findings = list.items.flatMap((node) => nodeFindings(node, target, ready));
    if (findings.length > 0) return findings;
    return fine(list.items.length === 1 ? 'the node is ready' : `all ${list.items.length} are ready`);
  },
};

const pressures: Record<string, [fault: Fault, sentence: string, next: (target: Target) => string]> = {
  MemoryPressure: [
    'node-memory-pressure',
    'is short of memory: it takes no new pods, and may end some',
    (target) =>
      `end what else runs in it, or give it more${onMinikube(target, 'delete', ', then npm run up')}`,
  ],
  DiskPressure: [
    'node-disk-pressure',
    'is short of disk space: it takes no new pods, and removes images and pods',
    (target) => `free its disk${onMinikube(target, 'ssh', ' -- docker system prune --force')}`,
  ],
  PIDPressure: [
    'node-process-pressure',
    'has too many processes: it takes no new pods',
    () => 'end what else runs in it',
  ],
};

/** How that is done where the node is Minikube's; a cluster that was allowed by name is none. */
function onMinikube({ context, isAllowed }: Target, command: string, rest: string): string {
  return isAllowed ? '' : `: minikube ${command} --profile ${context}${rest}`;
}

function isReady({ status }: Node): boolean {
  return (status.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True');
}

function nodeFindings(node: Node, target: Target, ready: number): Finding[] {
  const { metadata, spec, status } = node;
  const conditions = status.conditions ?? [];
  const findings: Finding[] = [];
  if (!isReady(node)) {
    const said = conditions.find(({ type }) => type === 'Ready')?.message ?? 'it does not say why';
    const severity = ready === 0 ? broken : warning;
    findings.push(
      severity({
        fault: 'node-not-ready',
        sentence: `the node ${metadata.name} is not ready: ${said.replace(/\.$/, '')}`,
        next: target.isAllowed
          ? `look at its kubelet, or take it away: kubectl --context ${target.context} delete node ${metadata.name}`
          : `minikube stop --profile ${target.context}, then npm run up`,
      }),
    );
  }
  for (const { type, status: is } of conditions) {
    const pressure = pressures[type];
    if (!pressure || is !== 'True') continue;
    const [fault, sentence, next] = pressure;
    findings.push(warning({ fault, sentence: `the node ${metadata.name} ${sentence}`, next: next(target) }));
  }
  if (spec?.unschedulable) {
    findings.push(
      warning({
        fault: 'node-cordoned',
        sentence: `the node ${metadata.name} is cordoned: what runs on it goes on, but no new pod starts there`,
        next: `kubectl --context ${target.context} uncordon ${metadata.name}`,
      }),
    );
  }
  return findings;
}
