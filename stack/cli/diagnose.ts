/**
 * Why a pod did not become ready, in words: from what Kubernetes says of it to the likely cause and the next step.
 *
 * @module
 */

/** The part of a pod that a diagnosis needs, as `kubectl get pods --output=json` gives it. */
export interface Pod {
  metadata: { name: string; labels?: Record<string, string> };
  spec?: { containers: { image: string }[] };
  status: {
    conditions?: { type: string; status: string; reason?: string; message?: string }[];
    containerStatuses?: ContainerStatus[];
  };
}

interface ContainerStatus {
  ready: boolean;
  restartCount: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface ContainerState {
  waiting?: { reason?: string; message?: string };
  terminated?: { reason?: string; exitCode: number };
}

/** A pod that was not ready, with its warnings (newest last) and the last lines it wrote. */
export interface Evidence {
  pod: Pod;
  warnings: string[];
  log: string[];
}

/** What is wrong with one pod, and what to do about it. */
export interface Diagnosis {
  cause: 'unschedulable' | 'image' | 'settings' | 'memory' | 'database' | 'crash' | 'probe' | 'slow';
  sentence: string;
  next: string;
}

/** Whether every container of the pod is ready. */
export function isReady(pod: Pod): boolean {
  const statuses = pod.status.containerStatuses ?? [];
  return statuses.length > 0 && statuses.every((status) => status.ready);
}

/** The likeliest cause, the most certain ones first. */
export function diagnose({ pod, warnings, log }: Evidence): Diagnosis {
  const status = pod.status.containerStatuses?.[0];
  const waiting = status?.state?.waiting;
  const ended = status?.state?.terminated ?? status?.lastState?.terminated;
  const scheduled = pod.status.conditions?.find((condition) => condition.type === 'PodScheduled');

  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    return {
      cause: 'unschedulable',
      sentence: `no node has room for it: ${scheduled.message ?? 'Kubernetes gives no reason'}`,
      next: 'give Minikube more (minikube delete, then npm run up), or ask for fewer pods: npx pulumi config set replicas 1',
    };
  }
  if (/^(ErrImage|ImagePull|InvalidImageName)/.test(waiting?.reason ?? '')) {
    return {
      cause: 'image',
      sentence: `its image ${pod.spec?.containers[0]?.image ?? ''} is not in the cluster (${waiting?.reason})`,
      next: 'npm run up builds what is missing; minikube image ls shows what is there',
    };
  }
  if (waiting?.reason === 'CreateContainerConfigError') {
    return {
      cause: 'settings',
      sentence: `Kubernetes could not put its settings together: ${waiting.message ?? waiting.reason}`,
      next: 'npm run up makes the Secret and the settings again',
    };
  }
  if (ended?.reason === 'OOMKilled') {
    return {
      cause: 'memory',
      sentence: 'it needed more memory than its limit and was ended',
      next: 'raise resources.limits.memory of this service in stack/chart/values.yaml, then npm run up',
    };
  }
  const refusal =
    [...log].reverse().find((line) => databaseTrouble.test(line)) ??
    warnings.find((text) => databaseTrouble.test(text));
  if (refusal) {
    return {
      cause: 'database',
      sentence: `it could not use the database: ${refusal}`,
      next: 'check the address and that it can be reached: npx pulumi config set --secret databaseUrl, then npm run up',
    };
  }
  if (ended && ended.exitCode !== 0) {
    return {
      cause: 'crash',
      sentence: `it ended with exit code ${ended.exitCode}${status && status.restartCount > 0 ? `, ${status.restartCount + 1} times` : ''}`,
      next: 'its last words are below; mend the cause, then npm run up',
    };
  }
  const probe = warnings.findLast((text) => /probe failed/i.test(text));
  if (probe) {
    return {
      cause: 'probe',
      sentence: `it runs, but does not answer that it is ready: ${probe}`,
      next: 'its last words are below; npm run logs shows all of them',
    };
  }
  return {
    cause: 'slow',
    sentence: 'it was not ready in time, and Kubernetes gives no reason',
    next: 'npm run up tries again; npm run status shows how far it gets',
  };
}

const databaseTrouble =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|password authentication failed|database ".*" does not exist|DATABASE_URL|"database":"unavailable"/i;
