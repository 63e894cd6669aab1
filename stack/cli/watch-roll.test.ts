import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import type { Finished } from './shell.ts';
import { watchRoll } from './watch-roll.ts';

const container = (ready: boolean, extra: object = {}) => ({ ready, restartCount: 0, ...extra });
const pods = (...items: [name: string, status: object][]) =>
  JSON.stringify({
    items: items.map(([name, status]) => ({ metadata: { name }, status: { containerStatuses: [status] } })),
  });
const kubectl = 'kubectl --context minikube --namespace todo-chatbot';

test('keeps what a pod said, also after the rollback has taken it away', async () => {
  const answers: Record<string, Partial<Finished>> = {
    [`${kubectl} get pods`]: { stdout: pods(['old', container(true)]) },
    [`${kubectl} logs new`]: { stdout: 'starting\nboom: cannot read the menu\n' },
    [`${kubectl} get events`]: { stdout: '{"items":[]}' },
  };
  const watch = await watchRoll(new FakeShell(answers), 'minikube');
  const crashed = container(false, { restartCount: 1, lastState: { terminated: { exitCode: 1 } } });
  answers[`${kubectl} get pods`] = { stdout: pods(['old', container(true)], ['new', crashed]) };
  await watch.look();
  answers[`${kubectl} get pods`] = { stdout: pods(['old', container(true)]) };
  await watch.look();
  const said = (await watch.end()).join('\n');
  expect(said).toContain('new: it ended with exit code 1, 2 times.');
  expect(said).toContain('| boom: cannot read the menu');
  expect(said).not.toContain('old:');
});

test('a pod that became ready in the end is no evidence', async () => {
  const answers: Record<string, Partial<Finished>> = {
    [`${kubectl} get pods`]: { stdout: pods() },
    [kubectl]: { stdout: '' },
  };
  const watch = await watchRoll(new FakeShell(answers), 'minikube');
  answers[`${kubectl} get pods`] = { stdout: pods(['new', container(false)]) };
  await watch.look();
  answers[`${kubectl} get pods`] = { stdout: pods(['new', container(true)]) };
  await watch.look();
  expect(await watch.end()).toEqual([]);
});

test('a cluster that does not answer stops nothing', async () => {
  const watch = await watchRoll(new FakeShell({}), 'minikube');
  await watch.look();
  expect(await watch.end()).toEqual([]);
});
