/**
 * Every fault that the doctor knows. Each has a section of the same name in docs/runbook.md.
 *
 * @module
 */

/** What is wrong, in a few words. */
export const faults = {
  // The machine and the cluster
  'program-missing': 'A program is missing',
  'docker-unreachable': 'Docker does not answer',
  'minikube-stopped': 'Minikube does not run',
  'minikube-missing': 'There is no Minikube',
  'minikube-too-small': 'Minikube is too small',
  'context-unknown': 'The kubeconfig has no such context',
  'api-unreachable': 'Kubernetes does not answer',
  'not-signed-in': 'Kubernetes does not know you, or does not let you look',
  'certificate-expired': 'A certificate has expired',
  'certificate-unknown': 'The cluster has another certificate than the kubeconfig says',
  'clock-skew': 'The clocks of this machine and of the cluster differ',
  'node-not-ready': 'A node is not ready',
  'node-cordoned': 'A node takes no new pods',
  'node-disk-pressure': 'A node is short of disk space',
  'node-memory-pressure': 'A node is short of memory',
  'node-process-pressure': 'A node has too many processes',
  'cluster-dns-down': 'Names cannot be looked up inside the cluster',
  // The release
  'not-deployed': 'Nothing is deployed',
  'release-cut-off': 'An update was cut off',
  'release-under-way': 'An update is under way',
  'release-failed': 'An update failed',
  'edited-by-hand': 'Something was changed by hand',
  'deleted-by-hand': 'Something was deleted by hand',
  'secret-missing': 'A Secret is gone',
  'secret-key-missing': 'A key is missing in a Secret',
  'config-missing': 'A ConfigMap is gone',
  // Pods that do not come to be
  'quota-exceeded': 'A quota leaves no room for a pod',
  'limits-refused': 'A LimitRange refuses a pod',
  'pod-security-refused': 'Pod Security refuses a pod',
  'webhook-refused': 'An admission webhook or policy stands in the way',
  'account-missing': 'A service account is gone',
  'pod-not-created': 'Kubernetes does not make a pod',
  'no-pods': 'There are no pods',
  // Pods that do not become ready, or do not stay so
  'unschedulable-cpu': 'No node has enough processor time for a pod',
  'unschedulable-memory': 'No node has enough memory for a pod',
  'unschedulable-node': 'No node may take a pod',
  'volume-pending': 'A volume is not made',
  'image-missing': 'An image is not in the cluster',
  'image-pull': 'An image cannot be pulled',
  'image-name': 'The name of an image is none',
  'image-pruned': 'An image in use was removed',
  'wrong-setting': 'A setting is wrong',
  'out-of-memory': 'A pod needed more memory than its limit',
  'memory-near-limit': 'A pod is close to its memory limit',
  crash: 'A pod ends again and again',
  'hung-and-restarted': 'A pod stopped answering and was started again',
  'not-ready': 'A pod does not answer that it is ready',
  'slow-start': 'A pod does not get ready, and nothing says why',
  evicted: 'A pod was evicted',
  'errors-in-log': 'A pod writes errors',
  'model-failing': 'The chat model does not answer',
  // The ways between
  'service-missing': 'A Service is gone',
  'service-selector': 'A Service looks for pods that there are not',
  'service-without-pods': 'No pod behind a Service is ready',
  'network-policy-blocks': 'A NetworkPolicy stands between',
  'ingress-class': 'No controller answers for the Ingress',
  'ingress-address': 'The Ingress has no address',
  'ingress-certificate': 'The certificate of the Ingress is missing or over',
  'autoscaler-blind': 'The autoscaler does not know the load',
  'disruption-budget-blocks': 'A disruption budget keeps a node from being emptied',
  // The database
  'database-host-unknown': 'The name of the database is not found',
  'database-refused': 'Nothing listens where the database should be',
  'database-timeout': 'The database cannot be reached',
  'database-tls': 'No safe connection to the database',
  'database-password': 'The database refuses the user or the password',
  'database-unknown': 'There is no database of that name',
  'database-rights': 'The database user may not make tables',
  'database-full': 'The database takes no more connections',
  'database-disk-full': "The database's disk is full",
  'database-not-ready': 'The database is there, but does not serve',
  'database-migrations': 'The tables are not up to date',
} as const;

/** The name of a fault, which is also its anchor in the runbook. */
export type Fault = keyof typeof faults;

/** Where the runbook tells more of a fault. */
export function runbookOf(fault: Fault): string {
  return `docs/runbook.md#${fault}`;
}
