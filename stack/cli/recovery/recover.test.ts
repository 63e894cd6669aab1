import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { status } from '../commands/look.ts';
import { release as checkRelease } from '../doctor/release.ts';
import { FakeShell } from '../fake-shell.ts';
import { withPulumi } from '../mending/mending.ts';
import { findLock } from './lock.ts';
import { recover } from './recover.ts';

const target = { stack: 'local', context: 'minikube', isAllowed: false };
const helm = 'helm --kube-context minikube --namespace todo-chatbot';
const history = (...statuses: string[]) => ({
  stdout: JSON.stringify(
    statuses.map((status, index) => ({ revision: index + 1, status, description: '', updated: '' })),
  ),
});

const release = 'kubernetes:helm.sh/v3:Release';
const namespace = 'kubernetes:core/v1:Namespace';
const knowing = (...types: string[]) => ({
  exportStack: async () => ({ version: 3, deployment: { resources: types.map((type) => ({ type })) } }),
});

test('a release as it should be is left alone', async () => {
  for (const statuses of [[], ['deployed'], ['superseded', 'failed', 'deployed'], ['deployed', 'failed']]) {
    const shell = new FakeShell({ [`${helm} history`]: history(...statuses) });
    await recover(shell, knowing(release), target);
    expect(shell.ran).toHaveLength(1);
    expect(shell.said).toEqual([]);
  }
});

test.each(['pending-upgrade', 'pending-rollback'])('of a cut off %s only the record goes', async (status) => {
  const kubectl = 'kubectl --context minikube --namespace todo-chatbot';
  const shell = new FakeShell({ [`${helm} history`]: history('deployed', status), [kubectl]: {} });
  await recover(shell, knowing(release), target);
  expect(shell.ran[1]).toMatch(/delete secret sh\.helm\.release\.v1\.todo-chatbot\.v2$/);
  expect(shell.said).toEqual([expect.stringContaining('was cut off (revision 2)')]);
});

/** A state whose lock is held by process 4711. */
async function lockedState(hostname: string): Promise<string> {
  const state = await mkdtemp(join(tmpdir(), 'todo-chatbot-state-'));
  const folder = join(state, '.pulumi', 'locks', 'organization', 'todo-chatbot', 'local');
  await mkdir(folder, { recursive: true });
  const lock = { pid: 4711, username: 'me', hostname, timestamp: '2026-11-21T09:00:00Z' };
  await writeFile(join(folder, 'b5e1.json'), JSON.stringify(lock));
  return pathToFileURL(state).href;
}

test.each(['here', 'there'])('what an update on the machine %s is about is not cut off', async (host) => {
  const shell = new FakeShell(
    { [`${helm} history`]: history('deployed', 'pending-upgrade'), kubectl: {} },
    { env: { PULUMI_BACKEND_URL: await lockedState(host) } },
  );
  shell.alive.add(4711);
  await expect(recover(shell, knowing(release), target)).rejects.toThrow(
    `Another update of this stack is under way (process 4711 on ${host}, since 2026-11-21T09:00:00Z)`,
  );
  expect(shell.ran).toEqual([]);
});

test('an update whose process is gone is cut off, for all its lock', async () => {
  const shell = new FakeShell(
    { [`${helm} history`]: history('deployed', 'pending-upgrade'), kubectl: {} },
    { env: { PULUMI_BACKEND_URL: await lockedState('here') } },
  );
  await recover(shell, knowing(release), target);
  expect(shell.said).toEqual([expect.stringContaining('was cut off (revision 2)')]);
});

test('status and doctor tell an update that is under way from one that was cut off', async () => {
  const shell = new FakeShell(
    { [`${helm} history`]: history('deployed', 'pending-upgrade'), helm: {}, kubectl: {} },
    { env: { PULUMI_BACKEND_URL: await lockedState('there') } },
  );
  await status(shell, target);
  expect(shell.said.join('\n')).toContain('An update is under way (process 4711 on there');
  expect(shell.said.join('\n')).not.toContain('cut off');
  expect(await checkRelease.look({ shell, target, now: new Date() }, withPulumi(target))).toEqual([
    expect.objectContaining({ severity: 'warning', next: 'wait until it has ended' }),
  ]);
});

test.each(['pending-install', 'uninstalling'])('of a cut off %s nothing is left', async (status) => {
  const shell = new FakeShell({ [`${helm} history`]: history(status), [`${helm} uninstall`]: {} });
  await recover(shell, knowing(release), target);
  expect(shell.ran[1]).toContain(`${helm} uninstall todo-chatbot --wait`);
  expect(shell.said).toEqual([expect.stringContaining('cut off')]);
});

test('a record that cannot be removed is said, with the reason', async () => {
  const shell = new FakeShell({
    [`${helm} history`]: history('deployed', 'pending-upgrade'),
    kubectl: { code: 1, stderr: 'Error: forbidden' },
  });
  await expect(recover(shell, knowing(), target)).rejects.toThrow('That failed: Error: forbidden');
});

test('an installation that Pulumi had not noted yet is made again', async () => {
  const shell = new FakeShell({ [`${helm} history`]: history('deployed'), [`${helm} uninstall`]: {} });
  await recover(shell, knowing(namespace), target);
  expect(shell.ran.at(-1)).toContain(`${helm} uninstall todo-chatbot`);
  expect(shell.said).toEqual([expect.stringContaining('before Pulumi had noted it')]);
});

test("a release that is not this stack's is left alone, and so is its database", async () => {
  const shell = new FakeShell({ [`${helm} history`]: history('superseded', 'deployed') });
  await expect(recover(shell, knowing(), target)).rejects.toThrow('the stack local knows nothing of');
  expect(shell.ran).toHaveLength(1);
});

test('what cannot be cleared is said, with the reason', async () => {
  const shell = new FakeShell({
    [`${helm} history`]: history('pending-install'),
    [`${helm} uninstall`]: { code: 1, stderr: 'Error: forbidden' },
  });
  await expect(recover(shell, knowing(), target)).rejects.toThrow('could not be removed: Error: forbidden');
});

describe('a stack that is moved to another cluster', () => {
  const shell = () => new FakeShell({ [`${helm} history`]: history() });
  const deployed = (context: string, ...types: string[]) => ({
    exportStack: async () => ({
      version: 3,
      deployment: {
        resources: [
          { type: 'pulumi:providers:kubernetes', inputs: { context } },
          ...types.map((type) => ({ type })),
        ],
      },
    }),
  });
  const statefulSet = 'kubernetes:apps/v1:StatefulSet';

  test('is refused while its database is in the first one', async () => {
    await expect(recover(shell(), deployed('first', release, statefulSet), target)).rejects.toThrow(
      'keeps its database inside of first: moved to minikube, it would be deleted',
    );
  });

  test('may go when the database is elsewhere, and so may one that stays', async () => {
    await recover(shell(), deployed('first', release), target);
    await recover(shell(), deployed('minikube', release, statefulSet), target);
    await recover(shell(), knowing(), target);
  });
});

test('a cluster that does not answer is not the business of recovery', async () => {
  const shell = new FakeShell({ [`${helm} history`]: { code: 1, stderr: 'Error: unreachable' } });
  await recover(shell, knowing(release), target);
  expect(shell.said).toEqual([]);
});

test('only a message about a lock is one', () => {
  expect(findLock('created by me@there (pid 12) at now')).toBeUndefined();
  expect(findLock('currently locked, by whom is not known')).toBeUndefined();
  expect(
    findLock('the stack is currently locked by 1 lock(s)\n x: created by me@there (pid 12) at now'),
  ).toEqual({
    host: 'there',
    processId: 12,
    since: 'now',
  });
});
