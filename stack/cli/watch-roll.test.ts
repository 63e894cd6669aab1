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
  answers[`${kubectl} logs new`] = { stdout: 'unable to retrieve container logs for containerd://1' };
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

test('says what keeps a pod from being ready after a while, and when waiting is in vain', async () => {
  const stuck = container(false, { state: { waiting: { reason: 'ErrImageNeverPull' } } });
  const answers: Record<string, Partial<Finished>> = {
    [kubectl]: { stdout: '' },
    [`${kubectl} get pods`]: { stdout: pods() },
  };
  const shell = new FakeShell(answers);
  let now = 0;
  const watch = await watchRoll(shell, 'minikube', () => now);
  answers[`${kubectl} get pods`] = { stdout: pods(['new', stuck]) };
  await watch.look();
  now = 14_000;
  await watch.look();
  expect(watch.sentence()).toBe('');
  now = 15_000;
  await watch.look();
  await watch.look();
  expect(watch.sentence()).toMatch(/^new is not ready yet: its image .* is not in the cluster/);
  expect(shell.said).toEqual([`    ${watch.sentence()}`]);
  expect(watch.hopeless.aborted).toBe(false);
  now = 60_000;
  await watch.look();
  expect(watch.hopeless.aborted).toBe(true);
  await watch.end();
});

test('a pod that is on its way out is no part of the roll', async () => {
  const answers: Record<string, Partial<Finished>> = {
    [kubectl]: { stdout: '' },
    [`${kubectl} get pods`]: { stdout: pods() },
  };
  const watch = await watchRoll(new FakeShell(answers), 'minikube');
  const leaving = {
    metadata: { name: 'leaving', deletionTimestamp: '2026-01-01T00:00:00Z' },
    status: { containerStatuses: [container(false)] },
  };
  answers[`${kubectl} get pods`] = { stdout: JSON.stringify({ items: [leaving] }) };
  await watch.look();
  expect(await watch.end()).toEqual([]);
});

test('says why no pod is made, also after the release went back, and when waiting is in vain', async () => {
  const quota =
    'pods "todo-api-1" is forbidden: exceeded quota: small, requested: pods=1, used: pods=6, limited: pods=6';
  const deployment = (generation: number, message?: string) => ({
    stdout: JSON.stringify({
      items: [
        {
          metadata: { name: 'todo-api', generation },
          status: { conditions: message ? [{ type: 'ReplicaFailure', status: 'True', message }] : [] },
        },
      ],
    }),
  });
  const answers: Record<string, Partial<Finished>> = {
    [`${kubectl} get pods`]: { stdout: pods() },
    [`${kubectl} get deployments`]: deployment(1, 'what was refused before'),
  };
  const shell = new FakeShell(answers);
  let now = 0;
  const watch = await watchRoll(shell, 'minikube', () => now);
  now = 30_000;
  await watch.look();
  expect(watch.sentence()).toBe('');
  answers[`${kubectl} get deployments`] = deployment(2, quota);
  await watch.look();
  now = 45_000;
  await watch.look();
  expect(watch.sentence()).toMatch(/^todo-api: the quota small leaves no room for a pod of it/);
  expect(watch.hopeless.aborted).toBe(false);
  now = 90_000;
  await watch.look();
  expect(watch.hopeless.aborted).toBe(true);
  answers[`${kubectl} get deployments`] = deployment(3, quota);
  await watch.look();
  answers[`${kubectl} get deployments`] = deployment(3);
  await watch.look();
  const [sentence, next] = await watch.end();
  expect(sentence).toContain('pods=6 of pods=6 is taken');
  expect(next).toContain('raise that quota, then npm run up');
});

test('one that was refused before, and still is while another rolls, is told and waited for in vain', async () => {
  const message = 'exceeded quota: small, requested: pods=1, used: pods=5, limited: pods=5';
  const refused = {
    metadata: { name: 'todo-api', generation: 4 },
    status: { conditions: [{ type: 'ReplicaFailure', status: 'True', message }] },
  };
  const deployments = (generation: number) => ({
    stdout: JSON.stringify({ items: [refused, { metadata: { name: 'todo-web', generation } }] }),
  });
  const answers: Record<string, Partial<Finished>> = {
    [kubectl]: { stdout: '' },
    [`${kubectl} get deployments`]: deployments(1),
  };
  let now = 0;
  const watch = await watchRoll(new FakeShell(answers), 'minikube', () => now);
  const lookAt = async (milliseconds: number) => {
    now = milliseconds;
    await watch.look();
  };
  await lookAt(100_000);
  expect(watch.sentence()).toBe('');
  answers[`${kubectl} get deployments`] = deployments(2);
  await lookAt(110_000);
  await lookAt(130_000);
  expect(watch.sentence()).toMatch(/^todo-api: the quota small leaves no room for a pod of it/);
  expect(watch.hopeless.aborted).toBe(false);
  await lookAt(170_000);
  expect(watch.hopeless.aborted).toBe(true);
  await watch.end();
});

test('a refusal that was overcome is no evidence', async () => {
  const condition = { type: 'ReplicaFailure', status: 'True', message: 'exceeded quota' };
  const deployment = (conditions: object[]) => ({
    stdout: JSON.stringify({ items: [{ metadata: { name: 'todo-api' }, status: { conditions } }] }),
  });
  const answers: Record<string, Partial<Finished>> = { [kubectl]: { stdout: '' } };
  const watch = await watchRoll(new FakeShell(answers), 'minikube');
  answers[`${kubectl} get deployments`] = deployment([condition]);
  await watch.look();
  answers[`${kubectl} get deployments`] = deployment([]);
  await watch.look();
  expect(await watch.end()).toEqual([]);
});
