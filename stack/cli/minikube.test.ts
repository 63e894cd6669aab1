import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { ensureMinikube, minikubeState, requireRunning } from './minikube.ts';

const running = { stdout: '{"Name":"minikube","Host":"Running","Kubelet":"Running","APIServer":"Running"}' };
const stopped = {
  code: 7,
  stdout: '{"Name":"minikube","Host":"Stopped","Kubelet":"Stopped","APIServer":"Stopped"}',
};
const none = { code: 85, stdout: '* Profile "minikube" not found.' };
const noProfiles = { stdout: '{"invalid":[],"valid":[]}' };
const made = (config: object) => ({
  stdout: JSON.stringify({ valid: [{ Name: 'minikube', Config: { Driver: 'docker', ...config } }] }),
});
const good = made({
  CPUs: 2,
  Memory: 4096,
  KubernetesConfig: { ContainerRuntime: 'docker', KubernetesVersion: 'v1.34.4' },
});
const plain = { profile: 'minikube', ingress: false, dashboard: false };
const started = (shell: FakeShell) => shell.ran.filter((line) => line.startsWith('minikube start'));

test('a profile that does not exist does not run', async () => {
  expect(await minikubeState(new FakeShell({ 'minikube status': none }), 'minikube')).toBe('none');
});

test('a profile that is there is only stopped, whatever Minikube says while Docker is off', async () => {
  const shell = new FakeShell({
    'minikube status': { code: 7, stdout: '{"Name":"minikube","Host":"Nonexistent"}' },
    'minikube profile list': good,
  });
  expect(await minikubeState(shell, 'minikube')).toBe('stopped');
});

test('several nodes answer as a list', async () => {
  const list = { stdout: `[${running.stdout}]` };
  expect(await minikubeState(new FakeShell({ 'minikube status': list }), 'minikube')).toBe('running');
});

test.each([
  ['stopped', stopped, 'minikube', 'Minikube does not run: minikube start (npm run up starts it too)'],
  ['stopped under another name', stopped, 'other', 'minikube start --profile other'],
  ['never made', none, 'minikube', 'There is no Minikube named minikube: npm run up makes one'],
])('commands that look say that Minikube is %s', async (_name, answer, profile, line) => {
  await expect(requireRunning(new FakeShell({ 'minikube status': answer }), profile)).rejects.toThrow(line);
});

test('makes a new Minikube with what the product needs', async () => {
  const shell = new FakeShell({
    'minikube status': none,
    'minikube profile list': noProfiles,
    'kubectl config get-contexts': { stdout: 'work\n' },
    'docker version': { stdout: '28.5.2' },
    'docker info': { stdout: '4 8589934592' },
    'minikube start': {},
  });
  await ensureMinikube(shell, { ...plain, ingress: true });
  expect(started(shell)).toEqual([
    'minikube start --profile minikube --cpus=2 --memory=4096 --container-runtime=docker --addons=metrics-server,ingress',
  ]);
});

test('starts one that was stopped as it was made', async () => {
  const shell = new FakeShell({
    'minikube status': stopped,
    'minikube profile list': good,
    'docker version': { stdout: '28.5.2' },
    'minikube start': {},
  });
  await ensureMinikube(shell, plain);
  expect(started(shell)).toEqual(['minikube start --profile minikube --addons=metrics-server']);
});

test('says where to look when Minikube does not start', async () => {
  const shell = new FakeShell({
    'minikube status': stopped,
    'minikube profile list': good,
    'docker version': { stdout: '28.5.2' },
    'minikube start': { code: 80 },
  });
  await expect(ensureMinikube(shell, plain)).rejects.toThrow('Minikube did not start');
});

test('never puts a Minikube in the place of another cluster of the same name', async () => {
  const shell = new FakeShell({
    'minikube status': none,
    'minikube profile list': noProfiles,
    'kubectl config get-contexts': { stdout: 'minikube\nproduction\n' },
  });
  await expect(ensureMinikube(shell, { ...plain, profile: 'production' })).rejects.toThrow(
    'production is a cluster of your kubeconfig that is no Minikube',
  );
  expect(started(shell)).toEqual([]);
});

test.each([
  ['on Linux', 'linux', '2 2147483648', 'Docker has 2048 MiB of memory', 'a larger machine'],
  [
    'in Docker Desktop',
    'darwin',
    '1 8589934592',
    'Docker has 1 CPU',
    'Docker Desktop → Settings → Resources',
  ],
] as const)(
  'refuses a Docker that is too small %s, before anything is made',
  async (_, platform, info, what, how) => {
    const shell = new FakeShell(
      {
        'minikube status': none,
        'minikube profile list': noProfiles,
        'docker version': { stdout: '28.5.2' },
        'docker info': { stdout: info },
      },
      { platform },
    );
    const refusal = ensureMinikube(shell, plain);
    await expect(refusal).rejects.toThrow(what);
    await expect(refusal).rejects.toThrow(how);
    expect(started(shell)).toEqual([]);
  },
);

test('a Docker that does not run is said before Minikube fails over it', async () => {
  const shell = new FakeShell({
    'minikube status': none,
    'minikube profile list': noProfiles,
    'docker version': { code: 1, stderr: 'Cannot connect to the Docker daemon' },
  });
  await expect(ensureMinikube(shell, plain)).rejects.toThrow('its engine does not answer');
});

test.each([
  ['memory', { Memory: 2200 }, 'made with 2200 MiB of memory, and the product needs 4096: minikube delete'],
  ['processors', { CPUs: 1, Memory: 4096 }, 'made with 1 CPU, and the product needs 2'],
  [
    'an old Kubernetes',
    { KubernetesConfig: { KubernetesVersion: 'v1.28.3' } },
    'runs Kubernetes 1.28, and the product needs 1.30',
  ],
  ['another runtime', { KubernetesConfig: { ContainerRuntime: 'containerd' } }, 'with containerd'],
])('refuses a Minikube with too little: %s', async (_name, config, line) => {
  for (const state of [running, stopped]) {
    const shell = new FakeShell({ 'minikube status': state, 'minikube profile list': made(config) });
    await expect(ensureMinikube(shell, plain)).rejects.toThrow(line);
    expect(started(shell)).toEqual([]);
  }
});

test('enables only the addons that are off', async () => {
  const shell = new FakeShell({
    'minikube status': running,
    'minikube profile list': good,
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

test('an addon that cannot be enabled is named', async () => {
  const shell = new FakeShell({
    'minikube status': running,
    'minikube profile list': good,
    'minikube addons list': { stdout: 'nonsense' },
    'minikube addons enable': { code: 1 },
  });
  await expect(ensureMinikube(shell, plain)).rejects.toThrow('addon metrics-server could not be enabled');
});
