import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import { withPulumi } from '../mending/mending.ts';
import type { Finished } from '../shell.ts';
import { examine } from './examine.ts';
import type { Check } from './finding.ts';
import { nodes } from './nodes.ts';
import { storage } from './storage.ts';

const target = { stack: 'local', context: 'minikube', isAllowed: false };
const kubectl = 'kubectl --context minikube --namespace todo-chatbot --request-timeout=10s get';
const profile = (config: object) => ({
  stdout: JSON.stringify({ valid: [{ Name: 'minikube', Config: { Driver: 'docker', ...config } }] }),
});
const docker = { stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.', code: 1 };

const installed = { 'minikube version': {}, 'kubectl version': {}, 'helm version': {} };

/** As Minikube 1.38.1 and Docker answer. */
const cases: [string, Record<string, Partial<Finished>>, string, RegExp, RegExp][] = [
  [
    'minikube-stopped',
    {
      'minikube status': { stdout: '{"Name":"minikube","Host":"Stopped","APIServer":"Stopped"}', code: 7 },
      'minikube profile list': profile({}),
      'docker version': { stdout: '28.1.1' },
    },
    'broken',
    /does not run/,
    /npm run up, or minikube start --profile minikube/,
  ],
  [
    'minikube-missing',
    {
      'minikube status': { stdout: '', stderr: 'Profile "minikube" not found', code: 85 },
      'minikube profile list': { stdout: '{"invalid":[],"valid":[]}' },
    },
    'broken',
    /there is no Minikube named minikube/,
    /npm run up makes one/,
  ],
  [
    'docker-unreachable',
    {
      'minikube status': { stdout: '{"Name":"minikube","Host":"Nonexistent"}', code: 7 },
      'minikube profile list': profile({}),
      'docker version': docker,
    },
    'broken',
    /inside Docker. Docker is installed, but its engine does not answer/,
    /sudo systemctl start docker/,
  ],
  [
    'minikube-too-small',
    {
      'minikube status': { stdout: '{"Name":"minikube","Host":"Running","APIServer":"Running"}' },
      'minikube profile list': profile({ CPUs: 2, Memory: 2200 }),
      [`${kubectl} --raw=/readyz`]: { stdout: 'ok' },
    },
    'warning',
    /has 2 CPU and 2200 MiB of memory, and the product with its updates needs 2 and 4096/,
    /minikube delete/,
  ],
];

test.each(cases)('finds %s', async (fault, answers, severity, sentence, next) => {
  const { checks } = await examine({
    shell: new FakeShell({ ...installed, ...answers }),
    target,
    now: new Date(),
  });
  const [found] = checks[1]?.findings ?? [];
  expect(found).toMatchObject({ fault, severity });
  expect(found?.sentence).toMatch(sentence);
  expect(found?.next).toMatch(next);
  if (severity === 'broken') expect(checks).toHaveLength(2);
});

test('on Minikube the images are those that Minikube lists', async () => {
  const container = { name: 'api', image: 'todo-api:abc', imagePullPolicy: 'Never' };
  const deployment = {
    kind: 'Deployment',
    metadata: { name: 'todo-api' },
    spec: { template: { spec: { containers: [container] } } },
  };
  const running = {
    'minikube status': { stdout: '{"Name":"minikube","Host":"Running","APIServer":"Running"}' },
    'minikube profile list': profile({}),
    [`${kubectl} --raw=/readyz`]: { stdout: 'ok' },
    [`${kubectl} pods,`]: { stdout: JSON.stringify({ items: [deployment] }) },
  };
  const imagesWith = async (listed: string) => {
    const shell = new FakeShell({ ...installed, ...running, 'minikube image ls': { stdout: listed } });
    const { checks } = await examine({ shell, target, now: new Date() });
    return checks.find(({ name }) => name === 'images')?.findings;
  };
  expect(await imagesWith('docker.io/library/todo-api:abc\n')).toEqual([
    { severity: 'fine', sentence: 'every image in use is there' },
  ]);
  expect(await imagesWith('docker.io/library/todo-api:abcd\n')).toMatchObject([
    { severity: 'warning', fault: 'image-pruned', next: 'put it there again: npm run up' },
  ]);
});

test('what mends a node or a volume names the Minikube that is looked at', async () => {
  const conditions = [
    { type: 'Ready', status: 'False' },
    { type: 'MemoryPressure', status: 'True' },
    { type: 'DiskPressure', status: 'True' },
  ];
  const items = [
    { kind: 'Node', metadata: { name: 'dev' }, status: { conditions } },
    { kind: 'PersistentVolumeClaim', metadata: { name: 'data' }, status: { phase: 'Pending' } },
  ];
  const shell = new FakeShell({ 'kubectl --context dev': { stdout: JSON.stringify({ items }) } });
  const nextOf = async (check: Check, isAllowed: boolean) => {
    const other = { ...target, context: 'dev', isAllowed };
    const findings = await check.look({ shell, target: other, now: new Date() }, withPulumi(other));
    return findings.map(({ next }) => next);
  };
  expect((await nextOf(nodes, false)).slice(0, 3)).toEqual([
    'minikube stop --profile dev, then npm run up',
    'end what else runs in it, or give it more: minikube delete --profile dev, then npm run up',
    'free its disk: minikube ssh --profile dev -- docker system prune --force',
  ]);
  expect(await nextOf(storage, false)).toEqual([
    'minikube addons enable default-storageclass --profile dev, and minikube addons enable storage-provisioner --profile dev',
  ]);
  for (const check of [nodes, storage]) expect((await nextOf(check, true)).join()).not.toContain('minikube');
});

const contexts = { 'kubectl config get-contexts': { stdout: 'kind-one\nproduction\n' } };

test('a Minikube that there is not comes with the clusters that there are', async () => {
  const none = { 'minikube status': { code: 85 }, 'minikube profile list': { stdout: '{"valid":[]}' } };
  const shell = new FakeShell({ ...installed, ...contexts, ...none });
  const { checks } = await examine({ shell, target, now: new Date() });
  expect(checks[1]?.findings[0]?.next).toBe(
    'npm run up makes one; look at another cluster that there is: --context kind-one or --context production',
  );
});

test('without Minikube, that is what is said, and how to look at another cluster', async () => {
  const shell = new FakeShell({ ...contexts, 'kubectl version': {}, 'helm version': {} });
  const { severity, checks } = await examine({ shell, target, now: new Date() });
  expect(severity).toBe('broken');
  expect(checks).toEqual([
    {
      name: 'programs',
      findings: [
        {
          severity: 'broken',
          fault: 'program-missing',
          sentence: 'Minikube is not installed',
          next: 'https://minikube.sigs.k8s.io/docs/start/; or look at another cluster that there is: --context kind-one or --context production',
          runbook: 'docs/runbook.md#program-missing',
        },
      ],
    },
  ]);
});

test('a context that there is not is named, with those that there are', async () => {
  const shell = new FakeShell({
    ...installed,
    ...contexts,
    'kubectl --context nope': { code: 1, stderr: 'error: context "nope" does not exist' },
  });
  const { checks } = await examine({
    shell,
    target: { stack: 'local', context: 'nope', isAllowed: true },
    now: new Date(),
  });
  expect(checks[1]?.findings).toMatchObject([
    {
      fault: 'context-unknown',
      sentence: 'Kubernetes cannot be asked at nope: the kubeconfig has no such context',
      next: 'look at another cluster that there is: --context kind-one or --context production',
    },
  ]);
});
