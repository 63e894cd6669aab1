import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { requireTools } from './tools.ts';

test('says nothing when every tool answers', async () => {
  const shell = new FakeShell({
    docker: { stdout: '28.5.2' },
    kubectl: { stdout: 'Client Version: v1.34.4' },
  });
  await requireTools(shell, ['docker', 'kubectl']);
  expect(shell.said).toEqual([]);
});

test.each([
  ['linux', 'https://minikube.sigs.k8s.io/docs/start/', 'https://helm.sh/docs/intro/install/'],
  ['darwin', 'brew install minikube', 'brew install helm'],
  ['win32', 'winget install Kubernetes.minikube', 'winget install Helm.Helm'],
] as const)(
  'names everything that is missing at once, and how to get it on %s',
  async (platform, minikube, helm) => {
    const shell = new FakeShell({ docker: {} }, { platform });
    await expect(requireTools(shell, ['docker', 'minikube', 'helm'])).rejects.toThrow(
      `Minikube is not installed: ${minikube}\nHelm is not installed: ${helm}`,
    );
  },
);

test.each([
  ['linux', 'sudo systemctl start docker'],
  ['darwin', 'open -a Docker'],
  ['win32', 'start Docker Desktop'],
] as const)('tells a Docker that does not run from one that is not there, on %s', async (platform, how) => {
  const off = { docker: { code: 1, stderr: 'Cannot connect to the Docker daemon' } };
  await expect(requireTools(new FakeShell(off, { platform }), ['docker'])).rejects.toThrow(how);
});

test('tells a Docker that may not be used', async () => {
  const shell = new FakeShell({ docker: { code: 1, stderr: 'permission denied while trying to connect' } });
  await expect(requireTools(shell, ['docker'])).rejects.toThrow('sudo usermod -aG docker $USER');
});

test.each([
  ['v1.32.0', 'Minikube 1.32 is too old, 1.33 or newer is needed'],
  ['v0.99.1', 'too old'],
])('a Minikube %s is too old', async (version, line) => {
  await expect(requireTools(new FakeShell({ minikube: { stdout: version } }), ['minikube'])).rejects.toThrow(
    line,
  );
});

test('newer ones, and those that do not tell their version, are taken', async () => {
  for (const stdout of ['v2.0.0', 'v1.33.0', 'devel']) {
    await requireTools(new FakeShell({ minikube: { stdout } }), ['minikube']);
  }
});

test('a tool that fails says so in its own words', async () => {
  const shell = new FakeShell({ helm: { code: 1, stderr: 'exec format error\nmore' } });
  await expect(requireTools(shell, ['helm'])).rejects.toThrow('`helm version` fails: exec format error');
});
