import { quantityOf } from '../../src/quantity.ts';
import { memoryLimit } from '../mending/mending.ts';
import { kubectl, namespaceOf, readJson } from '../target.ts';
import { type Check, fine, unknown, warning } from './finding.ts';
import { snapshot } from './snapshot.ts';

interface Metrics {
  items: {
    metadata: { name: string };
    containers: { name: string; usage: { memory: string; cpu: string } }[];
  }[];
}

/** A pod that comes this close to its limit is ended soon. */
const nearly = 0.9;

/** How close pods are to the memory that they may use; known where there is a metrics-server. */
export const resources: Check = {
  name: 'resources',
  async look(patient, mending) {
    const { shell, target } = patient;
    const path = `/apis/metrics.k8s.io/v1beta1/namespaces/${namespaceOf(target)}/pods`;
    const [found, answer] = await Promise.all([
      snapshot(patient),
      kubectl(shell, target, 'get', `--raw=${path}`),
    ]);
    const metrics = answer.code === 0 ? readJson<Metrics>(answer.stdout) : undefined;
    if (!found) return unknown('the pods could not be listed');
    if (!metrics) return fine('not measured: the cluster has no metrics-server');
    const used = metrics.items.flatMap(({ metadata, containers }) =>
      containers.map(({ name, usage }) => {
        const pod = found.pods.find((one) => one.metadata.name === metadata.name);
        const container = pod?.spec?.containers.find((one) => one.name === name);
        const limit = quantityOf(container?.resources?.limits?.memory ?? '');
        return { pod: metadata.name, bytes: quantityOf(usage.memory) ?? 0, limit };
      }),
    );
    const findings = used
      .filter(({ bytes, limit }) => limit !== undefined && bytes >= limit * nearly)
      .map(({ pod, bytes, limit }) =>
        warning({
          fault: 'memory-near-limit',
          sentence: `${pod} uses ${mebibytes(bytes)} of the ${mebibytes(limit ?? 0)} of memory that it may, and is ended when it needs more`,
          next: `raise the memory limit: ${mending.set(memoryLimit(pod))}`,
        }),
      );
    const most = Math.max(0, ...used.map(({ bytes }) => bytes));
    return findings.length > 0 ? findings : fine(`no pod is near its limit (${mebibytes(most)} at most)`);
  },
};

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}
