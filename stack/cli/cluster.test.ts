import { expect, test } from 'vitest';
import { ensureMinikube, firstCapacity, isMinikubeRunning } from './cluster.ts';
import { FakeShell } from './fake-shell.ts';

const running = { stdout: '{"Name":"minikube","Host":"Running","Kubelet":"Running","APIServer":"Running"}' };
const stopped = {
  code: 7,
  stdout: '{"Name":"minikube","Host":"Stopped","Kubelet":"Stopped","APIServer":"Stopped"}',
};
const node = (cpu: string, memory: string) => ({
  stdout: JSON.stringify({ items: [{ status: { capacity: { cpu, memory } } }] }),
});
const plain = { profile: 'minikube', ingress: false, dashboard: false };

test('a profile that does not exist is not running', async () => {
  const shell = new FakeShell({ 'minikube status': { code: 85, stdout: '* Profile "minikube" not found.' } });
  expect(await isMinikubeRunning(shell, 'minikube')).toBe(false);
});

test('several nodes answer as a list', async () => {
  expect(
    await isMinikubeRunning(
      new FakeShell({ 'minikube status': { stdout: `[${running.stdout}]` } }),
      'minikube',
    ),
  ).toBe(true);
});

test('starts a stopped Minikube with what the product needs', async () => {
  const shell = new FakeShell({
    'minikube status': stopped,
    'docker info': { stdout: '4 8589934592' },
    'minikube start': {},
  });
  await ensureMinikube(shell, { ...plain, ingress: true });
  expect(shell.ran.at(-1)).toBe(
    'minikube start --profile minikube --cpus=2 --memory=4096 --container-runtime=docker --addons=metrics-server,ingress',
  );
});

test('refuses a Docker that is too small, before anything is made', async () => {
  const shell = new FakeShell({ 'minikube status': stopped, 'docker info': { stdout: '2 2147483648' } });
  await expect(ensureMinikube(shell, plain)).rejects.toThrow('Docker has 2048 MiB of memory');
  expect(shell.ran.some((line) => line.startsWith('minikube start'))).toBe(false);
});

test('refuses a running Minikube that is too small, with the command that mends it', async () => {
  const shell = new FakeShell({ 'minikube status': running, 'minikube kubectl': node('1', '4017152Ki') });
  await expect(ensureMinikube(shell, plain)).rejects.toThrow(
    'minikube delete && minikube start --cpus=2 --memory=4096',
  );
});

test('enables only the addons that are off', async () => {
  const shell = new FakeShell({
    'minikube status': running,
    'minikube kubectl': node('2', '4017152Ki'),
    'minikube addons list': {
      stdout: '{"metrics-server":{"Status":"enabled"},"dashboard":{"Status":"disabled"}}',
    },
    'minikube addons enable': {},
  });
  await ensureMinikube(shell, { ...plain, dashboard: true });
  expect(shell.ran.filter((line) => line.includes('addons enable'))).toEqual([
    'minikube addons enable dashboard --profile minikube',
  ]);
});

test('reads capacity only from what is a list of nodes', () => {
  expect(firstCapacity(node('8', '16384000Ki').stdout)).toEqual({ cpus: 8, memory: 16_000 });
  expect(firstCapacity('nonsense')).toBeUndefined();
  expect(firstCapacity('{"items":[]}')).toBeUndefined();
});
