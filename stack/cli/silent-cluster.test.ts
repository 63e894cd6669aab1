import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { explainSilence, requireAnswer } from './silent-cluster.ts';

const elsewhere = { stack: 'cloud', context: 'production', isAllowed: true };

test('a cluster that is no Minikube and does not answer is named, with the reason', async () => {
  const stderr = 'error: context "production" does not exist\n';
  const silent = new FakeShell({ kubectl: { code: 1, stderr } });
  await expect(requireAnswer(silent, elsewhere)).rejects.toThrow(
    'The cluster production does not answer: error: context "production" does not exist',
  );
  await expect(requireAnswer(new FakeShell({ kubectl: {} }), elsewhere)).resolves.toBeUndefined();
});

test('a context that there is not is said, with those that there are; of one that there is nothing is known', async () => {
  const answering = (stdout: string) => new FakeShell({ 'kubectl config get-contexts': { stdout } });
  await expect(explainSilence(answering('kind-one\nother\n'), elsewhere)).rejects.toThrow(
    'The kubeconfig has no context production; there are: kind-one, other',
  );
  await expect(explainSilence(answering('production\n'), elsewhere)).resolves.toBeUndefined();
});
