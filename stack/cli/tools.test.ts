import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { requireTools } from './tools.ts';

test('says nothing when every tool answers', async () => {
  const shell = new FakeShell({ docker: {}, kubectl: {} });
  await requireTools(shell, ['docker', 'kubectl']);
  expect(shell.said).toEqual([]);
});

test('names everything that is missing at once, and how to get it', async () => {
  const shell = new FakeShell({ docker: {} });
  await expect(requireTools(shell, ['docker', 'minikube', 'helm'])).rejects.toThrow(
    'Minikube is not installed: https://minikube.sigs.k8s.io/docs/start/\nHelm is not installed: https://helm.sh/docs/intro/install/',
  );
});

test('tells a Docker that does not run from one that is not there', async () => {
  const shell = new FakeShell({ docker: { code: 1, stderr: 'Cannot connect to the Docker daemon' } });
  await expect(requireTools(shell, ['docker'])).rejects.toThrow('start Docker, then try again');
});
