import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { findLookedAt } from './recognize.ts';

const contexts = { 'kubectl config get-contexts': { stdout: 'minikube\nproduction\n' } };
const others = {
  'kubectl config get-contexts': { stdout: 'production\n' },
  'kubectl config current-context': { stdout: 'production\n' },
};
const running = '{"Name":"minikube","Host":"Running","APIServer":"Running"}';
const none = { 'minikube status': { code: 85 }, 'minikube profile list': { stdout: '{"valid":[]}' } };
const place = { stack: 'of-a-test' };
const other = { stack: 'of-a-test', context: 'production', isAllowed: true };
const minikube = { stack: 'of-a-test', context: 'minikube', isAllowed: false };

test('a context that Minikube does not know is a cluster of another kind, also without Minikube', async () => {
  const named = { ...place, context: 'production' };
  expect(await findLookedAt(new FakeShell({ ...contexts, ...none }), named)).toEqual(other);
  expect(await findLookedAt(new FakeShell(contexts), named)).toEqual(other);
});

test('a Minikube stays one', async () => {
  const shell = new FakeShell({ ...contexts, 'minikube status': { stdout: running } });
  expect(await findLookedAt(shell, place)).toEqual(minikube);
});

test('a context that is nowhere is not taken for a Minikube', async () => {
  const shell = new FakeShell(contexts);
  expect(await findLookedAt(shell, { ...place, context: 'nowhere' })).toMatchObject({ isAllowed: true });
});

test('a namespace alone is one of the current cluster, where there is no Minikube', async () => {
  const named = { ...place, namespace: 'staging' };
  expect(await findLookedAt(new FakeShell(others), named)).toEqual({ ...other, namespace: 'staging' });
  const shell = new FakeShell({ ...others, ...contexts, 'minikube status': { stdout: running } });
  expect(await findLookedAt(shell, named)).toEqual({ ...minikube, namespace: 'staging' });
});

test('without any of it another cluster is never taken for the own one', async () => {
  expect(await findLookedAt(new FakeShell(others), place)).toEqual(minikube);
});

test("Pulumi's own namespace is no other one", async () => {
  const shell = new FakeShell(contexts);
  const named = { ...place, context: 'production', namespace: 'todo-chatbot' };
  expect(await findLookedAt(shell, named)).toEqual(other);
});
