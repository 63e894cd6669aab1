import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import type { Finished } from '../shell.ts';
import { logs, open, status } from './look.ts';

const target = { stack: 'local', context: 'minikube', isAllowed: false };
const helm = 'helm --kube-context minikube --namespace todo-chatbot history';
const kubectl = 'kubectl --context minikube --namespace todo-chatbot';
const history = (...all: [status: string, description: string][]) => ({
  stdout: JSON.stringify(
    all.map(([state, description], index) => ({
      revision: index + 1,
      status: state,
      description,
      updated: '2026-11-21T08:14:11.5Z',
    })),
  ),
});
const deployment = {
  metadata: { name: 'todo-api' },
  spec: { replicas: 2, template: { spec: { containers: [{ image: 'todo-api:abc' }] } } },
  status: { readyReplicas: 2, updatedReplicas: 1 },
};

async function look(answers: Record<string, Partial<Finished>>): Promise<string> {
  const shell = new FakeShell({
    kubectl: {},
    helm: {},
    [`${kubectl} --request-timeout=10s get deployments`]: { stdout: JSON.stringify({ items: [deployment] }) },
    ...answers,
  });
  await status(shell, target);
  expect(shell.ran.at(-1)).toBe(`${kubectl} get pods,services`);
  return shell.said.join('\n');
}

test('status tells the revision, and how far each service is', async () => {
  const said = await look({ [helm]: history(['superseded', 'api=a'], ['deployed', 'api=b mends=0a1b2c3d']) });
  expect(said).toContain('The todo chat runs: revision 2, since 2026-11-21 08:14:11 (api=b)');
  expect(said).toContain('todo-api  2 of 2 pods ready  todo-api:abc, rolling (1 new)');
});

test.each([
  [
    'a rollback',
    [
      ['superseded', 'api=a'],
      ['superseded', 'api=b'],
      ['deployed', 'Rollback to 1'],
    ],
    'gone back to revision 1 (api=a)',
  ],
  [
    'a failure',
    [
      ['deployed', 'api=a'],
      ['failed', 'timed out'],
    ],
    'revision 2 failed: timed out',
  ],
  [
    'what was cut off',
    [
      ['deployed', 'api=a'],
      ['pending-upgrade', ''],
    ],
    'An update was cut off (revision 2)',
  ],
  ['that nothing ever ran', [['failed', 'timed out']], 'No revision of the todo chat was ever deployed'],
] as [string, [string, string][], string][])('status tells of %s', async (_name, revisions, sentence) => {
  expect(await look({ [helm]: history(...revisions) })).toContain(sentence);
});

const running = { 'minikube status': { stdout: '{"Host":"Running","APIServer":"Running"}' }, minikube: {} };

test('Ctrl-C ends logs and open, and is no failure', async () => {
  for (const code of [0, 130]) {
    const shell = new FakeShell({ kubectl: {}, [kubectl]: { code } });
    await logs(shell, target);
    await open(shell, target, { port: 3000 });
  }
});

test('a port that is taken is said, with another one to try', async () => {
  const shell = new FakeShell({ kubectl: {}, [kubectl]: { code: 1 }, ...running });
  await expect(open(shell, target, { port: 3000 })).rejects.toThrow('npm run open -- --port 3001');
  await expect(logs(shell, target)).rejects.toThrow('could not be read');
});

/** A shell in which each program shown takes a minute and ends with the next of these codes. */
function minutes(codes: number[]) {
  let now = 0;
  const shell = new FakeShell({ kubectl: {} });
  shell.show = async () => {
    now += 60_000;
    return codes.shift() ?? 130;
  };
  return { shell, clock: () => now };
}

test('open goes on with another pod when the one behind it is replaced', async () => {
  const { shell, clock } = minutes([1, 1, 130]);
  await open(shell, target, { port: 3000 }, clock);
  expect(shell.said.filter((line) => line.includes('another one'))).toHaveLength(2);
});

test('logs goes on with the pods that follow', async () => {
  const { shell, clock } = minutes([0, 130]);
  await logs(shell, target, clock);
  expect(shell.said).toEqual([expect.stringContaining('following the new ones')]);
});
