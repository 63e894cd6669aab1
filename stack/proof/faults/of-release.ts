import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ingressWithCertificate } from './certificates.ts';
import type { CausedFault } from './fault.ts';
import type { Scene } from './scene.ts';
import { kubectl, upgraded } from './steps.ts';

/** Of what was cut off only Helm's own record is left. */
const forgotten = kubectl('delete secret --selector=owner=helm,name=todo-chatbot,status=pending-upgrade');

/** What goes wrong with the release, its Services and its ways in. */
export const ofRelease: CausedFault[] = [
  {
    fault: 'release-failed',
    caused: 'helm upgrade --wait with a tag that was never built, until its time was over',
    cause: (scene) => scene.helm(['api.image.tag=never-built'], ['--wait', '--timeout=4s']),
  },
  {
    fault: 'release-cut-off',
    caused: "helm upgrade --wait, ended with SIGKILL on its way, twenty minutes ago by this machine's clock",
    cause: killedOnItsWay,
    undo: forgotten,
    clock: 1200,
  },
  {
    fault: 'release-under-way',
    caused: 'helm upgrade --wait, ended with SIGKILL on its way',
    cause: killedOnItsWay,
    undo: forgotten,
  },
  {
    fault: 'not-deployed',
    caused: 'a namespace that the chart was never installed in',
    cause: async () => undefined,
    target: (target) => ({ ...target, namespace: `${target.namespace}-db` }),
  },
  {
    name: 'edited-replicas',
    fault: 'edited-by-hand',
    caused: 'kubectl scale --replicas=2',
    cause: kubectl('scale deployment/todo-web --replicas=2'),
  },
  {
    name: 'edited-environment',
    fault: 'edited-by-hand',
    caused: 'kubectl set env',
    cause: kubectl('set env deployment/todo-web HOSTNAME=127.0.0.1'),
  },
  {
    name: 'edited-image',
    fault: 'edited-by-hand',
    caused: 'kubectl set image with another tag',
    cause: kubectl('set image deployment/todo-web web=todo-web:other'),
  },
  {
    fault: 'deleted-by-hand',
    caused: 'kubectl delete poddisruptionbudget',
    cause: kubectl('delete poddisruptionbudget todo-web'),
  },
  {
    fault: 'service-missing',
    caused: 'kubectl delete service',
    cause: kubectl('delete service todo-api'),
  },
  {
    fault: 'service-selector',
    caused: 'one more label in the selector of a Service',
    cause: (scene) => scene.patch('service todo-api', { spec: { selector: { tier: 'front' } } }),
    undo: kubectl('delete service todo-api'),
  },
  {
    fault: 'service-without-pods',
    caused: 'kubectl scale --replicas=0',
    cause: kubectl('scale deployment/todo-api --replicas=0'),
  },
  {
    fault: 'network-policy-blocks',
    caused: 'helm upgrade with networkPolicy.databasePort 6543, while the database listens at 5432',
    cause: upgraded('networkPolicy.databasePort=6543'),
  },
  {
    fault: 'ingress-class',
    caused: 'helm upgrade with ingress.enabled, without a controller',
    cause: upgraded('ingress.enabled=true', 'ingress.className=nginx'),
  },
  {
    fault: 'ingress-address',
    caused: 'helm upgrade with ingress.enabled, and a class whose controller does not run',
    cause: async (scene) => {
      await scene.apply(ingressClass);
      await scene.helm(['ingress.enabled=true', 'ingress.className=todo-faults']);
    },
    undo: kubectl('delete ingressclass todo-faults'),
  },
  {
    fault: 'ingress-certificate',
    caused: 'helm upgrade with ingress.tlsSecret, and an expired certificate in it',
    cause: async (scene) => {
      await scene.apply(ingressClass);
      await ingressWithCertificate(scene);
    },
    undo: kubectl('delete ingressclass/todo-faults secret/todo-tls'),
  },
  {
    fault: 'autoscaler-blind',
    caused: 'helm upgrade with api.autoscaling.enabled, on a cluster without a metrics-server',
    cause: upgraded('api.autoscaling.enabled=true'),
  },
  {
    fault: 'model-failing',
    caused: 'helm upgrade with the address of a model that nobody listens at, then a message to the chat',
    cause: async (scene) => {
      await scene.helm(['ai.openaiBaseUrl=http://127.0.0.1:8099/v1'], ['--wait', '--timeout=60s']);
      await scene.kubectl(
        'exec',
        'deployment/todo-api',
        '--',
        '/nodejs/bin/node',
        '--eval',
        `(${sayHello})()`,
      );
    },
  },
  {
    fault: 'disruption-budget-blocks',
    caused: 'minAvailable 1 in the disruption budget of a single pod',
    cause: (scene) =>
      scene.patch('poddisruptionbudget todo-api', { spec: { maxUnavailable: null, minAvailable: 1 } }),
    undo: kubectl('delete poddisruptionbudget todo-api'),
  },
];

/** An update whose Helm is gone before it ended. */
async function killedOnItsWay(scene: Scene): Promise<void> {
  const helm = spawn('helm', scene.helmArgs(['api.image.tag=never-built'], ['--wait']), {
    stdio: 'ignore',
  });
  const begun = ['get', 'secrets', '--selector=name=todo-chatbot,status=pending-upgrade', '--output=name'];
  while ((await scene.kubectl(...begun)) === '' && helm.exitCode === null) await pause(200);
  helm.kill('SIGKILL');
}

const ingressClass = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  metadata: { name: 'todo-faults' },
  spec: { controller: 'example.org/none' },
};

/** Runs inside a pod of api: somebody signs up and says something. */
async function sayHello(): Promise<void> {
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`http://localhost:8000${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: process.env.PUBLIC_URL ?? '', ...headers },
      body: JSON.stringify(body),
    });
  const account = { name: 'Anna', email: `anna-${Date.now()}@example.org`, password: crypto.randomUUID() };
  const signedUp = await send('/api/auth/sign-up/email', account);
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const cookie = signedUp.headers.getSetCookie().map((one) => one.split(';')[0]);
  await send(`/api/${user.id}/chat`, { message: 'Hello' }, { cookie: cookie.join('; ') });
}
