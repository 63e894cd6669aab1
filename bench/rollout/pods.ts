/** @module What pods say about themselves: how long each took from its start to Ready, and whether it is ending. */

/** `kubectl get pods --output=json`, as far as it is read here. */
export interface PodList {
  items: Pod[];
}

export interface Pod {
  metadata: { name: string; uid: string; deletionTimestamp?: string };
  status: {
    conditions?: { type: string; status: string; lastTransitionTime: string }[];
    containerStatuses?: { restartCount: number; state: { running?: { startedAt: string } } }[];
  };
}

/** One pod that became ready. */
export interface PodStart {
  name: string;
  /** From the start of its container to Ready, by the pod's own timestamps, which are whole seconds. */
  seconds: number;
  restarts: number;
}

/** The start of a pod; undefined while it is not ready. */
export function startOf(pod: Pod): PodStart | undefined {
  const ready = pod.status.conditions?.find(({ type, status }) => type === 'Ready' && status === 'True');
  const [container] = pod.status.containerStatuses ?? [];
  const startedAt = container?.state.running?.startedAt;
  if (!ready || !container || !startedAt) return undefined;
  return {
    name: pod.metadata.name,
    seconds: (Date.parse(ready.lastTransitionTime) - Date.parse(startedAt)) / 1000,
    restarts: container.restartCount,
  };
}

/** Notes the start of each pod once, however often it is shown. */
export function createPodLog(): { note(list: PodList): PodStart[]; known(list: PodList): void } {
  const seen = new Set<string>();
  return {
    /** The pods that are new and ready. */
    note: (list) =>
      list.items.flatMap((pod) => {
        if (seen.has(pod.metadata.uid)) return [];
        const start = startOf(pod);
        if (start) seen.add(pod.metadata.uid);
        return start ?? [];
      }),
    /** Pods that were there before: none of them is new. */
    known(list) {
      for (const pod of list.items) seen.add(pod.metadata.uid);
    },
  };
}

/** The pods that have been told to end and are still there. */
export function endingPods(list: PodList): string[] {
  return list.items.filter(({ metadata }) => metadata.deletionTimestamp).map(({ metadata }) => metadata.name);
}
