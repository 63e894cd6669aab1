import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import { beginAnew } from './stalled.ts';

const target = { stack: 'local', context: 'minikube', isAllowed: false };
const kubectl = 'kubectl --context minikube --namespace todo-chatbot --request-timeout=10s';
const deployment = (name: string, status: string) => ({
  metadata: { name },
  status: { conditions: [{ type: 'ReplicaFailure', status }] },
});
const items = [
  deployment('todo-api', 'True'),
  deployment('todo-web', 'False'),
  { metadata: { name: 'other' } },
];

test('pods that could not be made are begun anew before an update, and nothing else is touched', async () => {
  const shell = new FakeShell({ [`${kubectl} get`]: { stdout: JSON.stringify({ items }) }, [kubectl]: {} });
  await beginAnew(shell, target);
  expect(shell.ran.slice(1)).toEqual([`${kubectl} rollout restart deployment/todo-api`]);
  expect(shell.said).toEqual([expect.stringMatching(/could not make a pod of todo-api.* begins anew/)]);
});

test('before a first deployment there is nothing, and what cannot be begun anew is not said to be', async () => {
  const shell = new FakeShell({ [kubectl]: { code: 1, stderr: 'not found' } });
  await beginAnew(shell, target);
  expect(shell.said).toEqual([]);
  const refused = new FakeShell({
    [`${kubectl} get`]: { stdout: JSON.stringify({ items }) },
    [kubectl]: { code: 1, stderr: 'forbidden' },
  });
  await beginAnew(refused, target);
  expect(refused.said).toEqual([]);
});
