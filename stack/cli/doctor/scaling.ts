import { type Mending, podCount, serviceIn } from '../mending/mending.ts';
import { typedKubectl } from '../target.ts';
import { type Check, type Finding, fine, unknown, warning } from './finding.ts';
import { ofKind, snapshot } from './snapshot.ts';

interface Autoscaler {
  metadata: { name: string };
  status?: { conditions?: { type: string; status: string; reason?: string; message?: string }[] };
}

interface Budget {
  metadata: { name: string };
  status?: {
    disruptionsAllowed?: number;
    currentHealthy?: number;
    desiredHealthy?: number;
    expectedPods?: number;
  };
}

/** Whether autoscalers know the load, and disruption budgets let a node be emptied. */
export const scaling: Check = {
  name: 'scaling',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('autoscalers and disruption budgets could not be listed');
    const findings = [
      ...ofKind<Autoscaler>(found.all, 'HorizontalPodAutoscaler').flatMap((one) =>
        blind(one, patient.target.isAllowed ? undefined : patient.target.context),
      ),
      ...ofKind<Budget>(found.all, 'PodDisruptionBudget').flatMap((one) => {
        const change = typedKubectl(patient.target, `edit poddisruptionbudget ${one.metadata.name}`);
        return blocking(one, mending, change);
      }),
    ];
    return findings.length > 0 ? findings : fine('nothing keeps pods from being added or moved');
  },
};

function blind({ metadata, status }: Autoscaler, profile: string | undefined): Finding[] {
  const active = status?.conditions?.find(({ type }) => type === 'ScalingActive');
  if (active?.status !== 'False' || !/^FailedGet/.test(active.reason ?? '')) return [];
  return [
    warning({
      fault: 'autoscaler-blind',
      sentence: `the autoscaler ${metadata.name} does not know the load, so it leaves the number of pods as it is: ${lastPart(active.message)}`,
      next: profile
        ? `minikube addons enable metrics-server --profile ${profile}`
        : 'install the metrics-server: https://github.com/kubernetes-sigs/metrics-server',
    }),
  ];
}

/** Its words go from the general to the exact. */
function lastPart(message = 'it does not say why'): string {
  return message.split('API: ').at(-1) ?? message;
}

/** One that allows nothing although every pod is well: an unhealthy pod is said of elsewhere. */
function blocking({ metadata, status = {} }: Budget, mending: Mending, change: string): Finding[] {
  const { disruptionsAllowed = 0, currentHealthy = 0, desiredHealthy = 0, expectedPods = 0 } = status;
  if (disruptionsAllowed > 0 || expectedPods === 0 || currentHealthy < expectedPods) return [];
  return [
    warning({
      fault: 'disruption-budget-blocks',
      sentence: `the disruption budget ${metadata.name} wants ${desiredHealthy} of ${expectedPods} pods at any time, so no node with one of them can be emptied (kubectl drain waits forever)`,
      next: `run one pod more (${mending.set(podCount(serviceIn(metadata.name), expectedPods + 1))}), or let it allow one: ${change}`,
    }),
  ];
}
