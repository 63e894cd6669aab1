import type { CausedFault } from './fault.ts';
import { beforeRestart, kubectl, upgraded } from './steps.ts';

/** What keeps pods from being made, from starting and from staying. */
export const ofPods: CausedFault[] = [
  {
    fault: 'image-missing',
    caused: 'helm upgrade with a tag of api that was never built, and pullPolicy Never',
    cause: upgraded('api.image.tag=never-built'),
    says: /ErrImageNeverPull/,
  },
  {
    fault: 'image-pull',
    caused: 'helm upgrade with images of a registry that does not exist',
    cause: upgraded('imageRegistry=registry.example', 'api.image.pullPolicy=IfNotPresent'),
  },
  {
    fault: 'image-name',
    caused: 'kubectl set image with a name in capital letters',
    cause: kubectl('set image deployment/todo-api api=Todo-API:1'),
  },
  {
    fault: 'wrong-setting',
    caused: 'a JWT_SECRET that is too short, then kubectl rollout restart',
    cause: beforeRestart((scene) => scene.secret({ DATABASE_URL: scene.address(), JWT_SECRET: 'too-short' })),
    says: /JWT_SECRET must be/,
  },
  {
    fault: 'secret-key-missing',
    caused: 'the key JWT_SECRET removed from the Secret, then kubectl rollout restart',
    cause: beforeRestart((scene) =>
      scene.patch('secret todo-chatbot-secrets', { data: { JWT_SECRET: null } }),
    ),
  },
  {
    fault: 'secret-missing',
    caused: 'kubectl delete secret, then kubectl rollout restart',
    cause: beforeRestart(kubectl('delete secret todo-chatbot-secrets')),
  },
  {
    fault: 'config-missing',
    caused: 'kubectl delete configmap, then kubectl rollout restart',
    cause: beforeRestart(kubectl('delete configmap todo-api')),
  },
  {
    fault: 'out-of-memory',
    caused: 'helm upgrade with a memory limit of 24Mi for api',
    cause: upgraded('api.resources.limits.memory=24Mi', 'api.resources.requests.memory=24Mi'),
  },
  {
    fault: 'crash',
    caused: 'a command for api that ends with exit code 3',
    cause: (scene) =>
      scene.patchContainer('api', { command: ['/nodejs/bin/node', '--eval', 'process.exit(3)'] }),
    says: /exit code 3/,
    undo: kubectl('rollout undo deployment/todo-api'),
  },
  {
    fault: 'hung-and-restarted',
    caused: 'a liveness probe for api at a path that there is not',
    cause: (scene) =>
      scene.patchContainer('api', {
        livenessProbe: { httpGet: { path: '/nowhere', port: 'http' }, periodSeconds: 1, failureThreshold: 1 },
      }),
  },
  {
    fault: 'not-ready',
    caused: 'a readiness probe for web at a path that there is not',
    says: /Readiness probe failed/,
    cause: (scene) =>
      scene.patchContainer('web', {
        readinessProbe: { httpGet: { path: '/nowhere', port: 'http' }, periodSeconds: 1 },
      }),
  },
  {
    fault: 'unschedulable-cpu',
    caused: 'helm upgrade with a request of 64 processors for api',
    cause: upgraded('api.resources.requests.cpu=64', 'api.resources.limits.cpu=64'),
  },
  {
    fault: 'unschedulable-memory',
    caused: 'helm upgrade with a request of 900Gi of memory for api',
    cause: upgraded('api.resources.requests.memory=900Gi', 'api.resources.limits.memory=900Gi'),
  },
  {
    fault: 'unschedulable-node',
    caused: 'helm upgrade with a nodeSelector that no node fits',
    cause: upgraded('api.nodeSelector.disk=ssd'),
  },
  {
    fault: 'volume-pending',
    caused: 'a volume and a pod that mounts it, of a storage class that there is not',
    cause: (scene) => scene.apply(...volumeAndPod),
    undo: kubectl('delete pod/todo-postgres-0 persistentvolumeclaim/data --wait=false'),
  },
  {
    fault: 'quota-exceeded',
    caused: 'a ResourceQuota of one pod, then kubectl rollout restart',
    cause: beforeRestart(kubectl('create quota small --hard=pods=1')),
    undo: kubectl('delete resourcequota small'),
  },
  {
    fault: 'limits-refused',
    caused: 'a LimitRange of at most half a processor, then kubectl rollout restart',
    cause: beforeRestart((scene) =>
      scene.apply({
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'small' },
        spec: { limits: [{ type: 'Container', max: { cpu: '500m' } }] },
      }),
    ),
    undo: kubectl('delete limitrange small'),
  },
  {
    fault: 'pod-security-refused',
    caused: 'the namespace labelled for restricted pods, and api given allowPrivilegeEscalation',
    cause: async (scene) => {
      const enforce = 'pod-security.kubernetes.io/enforce=restricted';
      await scene.kubectl('label', 'namespace', scene.options.namespace, enforce, '--overwrite');
      await scene.patchContainer('api', { securityContext: { allowPrivilegeEscalation: true } });
    },
    undo: (scene) =>
      scene.kubectl('label', 'namespace', scene.options.namespace, 'pod-security.kubernetes.io/enforce-'),
  },
  {
    fault: 'webhook-refused',
    caused: 'a webhook for pods of the namespace whose server does not exist, then kubectl rollout restart',
    cause: beforeRestart((scene) => scene.apply(webhook(scene.options.namespace))),
    undo: kubectl('delete validatingwebhookconfiguration todo-faults'),
  },
  {
    fault: 'account-missing',
    caused: 'kubectl delete serviceaccount, then kubectl rollout restart',
    cause: beforeRestart(kubectl('delete serviceaccount todo-api')),
  },
  {
    fault: 'no-pods',
    caused: 'kubectl scale --replicas=0',
    cause: kubectl('scale deployment/todo-web --replicas=0'),
    says: /scaled it to 0/,
  },
  {
    fault: 'evicted',
    caused: '200 MB written to the temporary folder of a pod of api, which may hold 64',
    cause: async (scene) => {
      const write = "require('fs').writeFileSync('/tmp/large', Buffer.alloc(200e6, 1))";
      await scene.try('exec', 'deployment/todo-api', '--', '/nodejs/bin/node', '--eval', write);
    },
    undo: kubectl('delete pods --field-selector=status.phase=Failed'),
  },
];

const volumeAndPod = [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: {
      storageClassName: 'fast',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'todo-postgres-0', labels: { 'app.kubernetes.io/name': 'todo-postgres' } },
    spec: {
      containers: [
        {
          name: 'postgres',
          image: 'postgres:17-bookworm',
          volumeMounts: [{ name: 'data', mountPath: '/data' }],
        },
      ],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    },
  },
];

function webhook(namespace: string): object {
  const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] };
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'todo-faults' },
    webhooks: [
      {
        name: 'guard.example.org',
        clientConfig: { service: { name: 'guard', namespace } },
        rules: [rule],
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
        failurePolicy: 'Fail',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        timeoutSeconds: 2,
      },
    ],
  };
}
