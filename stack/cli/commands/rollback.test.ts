import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import { imagesOf } from '../require-images.ts';
import type { Finished } from '../shell.ts';
import { rollback } from './rollback.ts';

const target = { stack: 'local', context: 'minikube', isAllowed: false };
const helm = 'helm --kube-context minikube --namespace todo-chatbot';
const history = {
  stdout: JSON.stringify(
    [
      ['superseded', 'api=a'],
      ['failed', 'api=b'],
      ['superseded', 'api=c'],
      ['deployed', 'Rollback to 1'],
    ].map(([status, description], index) => ({
      revision: index + 1,
      status,
      description,
      updated: '2026-11-21T08:00:00Z',
    })),
  ),
};
const values = {
  stdout:
    'api:\n  image: {repository: todo-api, tag: abc}\nweb:\n  image: {repository: todo-web, tag: def}\n',
};
const answers: Record<string, Partial<Finished>> = {
  kubectl: {},
  helm: {},
  [`${helm} history`]: history,
  [`${helm} get values`]: values,
  'minikube image ls': { stdout: 'docker.io/library/todo-api:abc\ndocker.io/library/todo-web:def\n' },
  // Where a trial ends: nothing after Helm's own step is looked at here.
  [`${helm} rollback`]: { code: 1, stderr: 'Error: the end of the trial' },
};

async function back(options: {
  revision?: string;
  typed?: string[];
  answers?: Record<string, Partial<Finished>>;
}) {
  const state = await mkdtemp(join(tmpdir(), 'todo-chatbot-state-'));
  onTestFinished(() => rm(state, { recursive: true }));
  const env = { PULUMI_BACKEND_URL: pathToFileURL(state).href };
  const shell = new FakeShell(
    { ...answers, ...options.answers },
    { env, ...(options.typed && { typed: options.typed }) },
  );
  const locks = join(state, '.pulumi', 'locks', 'organization', 'todo-chatbot', 'local');
  const heldWhile = watchLocks(shell, locks);
  const line = await rollback(shell, target, { revision: options.revision, verbose: false }).then(
    () => '',
    (error: Error) => error.message,
  );
  const went = shell.ran.find((ran) => ran.startsWith(`${helm} rollback`));
  return { shell, line, went, heldWhile, held: await readdir(locks).catch(() => []) };
}

/** How many locks there are while each command of Helm runs. */
function watchLocks(shell: FakeShell, locks: string): Map<string, number> {
  const seen = new Map<string, number>();
  const run = shell.run.bind(shell);
  shell.run = async (program, args) => {
    const there = await readdir(locks).catch(() => []);
    if (program === 'helm') seen.set(args[4] ?? '', there.length);
    return run(program, args);
  };
  return seen;
}

test('a person chooses from a list, and Enter takes the usual one', async () => {
  const { shell, went } = await back({ typed: [''] });
  expect(shell.said.join('\n')).toContain(' →   4  2026-11-21 08:00:00  as revision 1');
  expect(shell.said.join('\n')).toContain('failed: api=b');
  expect(shell.said).toContain('Back to which revision? [3] ');
  expect(went).toContain('rollback todo-chatbot 3 --wait');
});

test('elsewhere nobody is asked', async () => {
  const { shell, went } = await back({});
  expect(went).toContain('rollback todo-chatbot 3 --wait');
  expect(shell.said.join('\n')).not.toContain('which revision');
  expect(shell.said).toContain('Going back to revision 3; secrets stay as they are set …');
});

test('a number is taken at its word', async () => {
  expect((await back({ revision: '1' })).went).toContain('rollback todo-chatbot 1 --wait');
});

test.each([
  ['latest', 'A revision is a number, not latest'],
  ['9', 'There is no revision 9.'],
  ['2', 'Revision 2 never ran (failed)'],
])('back to %s is refused, and nothing is changed', async (revision, line) => {
  const refused = await back({ revision });
  expect(refused.line).toContain(line);
  expect(refused.went).toBeUndefined();
});

test('a revision whose image is gone is refused: its pods would never start', async () => {
  const refused = await back({
    answers: { 'minikube image ls': { stdout: 'docker.io/library/todo-web:def\n' } },
  });
  expect(refused.line).toContain('Revision 3 cannot run: todo-api:abc is gone from the cluster');
  expect(refused.went).toBeUndefined();
});

test('a rollback that fails says why, and that the old pods serve', async () => {
  const { line } = await back({});
  expect(line).toContain('Error: the end of the trial');
  expect(line).toContain('pods that ran before still serve');
});

test('values without images name none', () => expect(imagesOf('{}')).toEqual([]));

test("no update can begin meanwhile: Pulumi's own lock is held, and given back however it ends", async () => {
  const { heldWhile, held } = await back({ revision: '1' });
  expect(heldWhile.get('rollback')).toBe(1);
  expect(held).toEqual([]);
});

function changedOnce(name: string) {
  const annotations = { 'deployment.kubernetes.io/revision': '2' };
  return { kind: 'Deployment', metadata: { name, annotations } };
}

test.each([
  [
    'Helm',
    { [`${helm} history`]: { stdout: history.stdout.replaceAll(/api=\w/g, 'Upgrade complete') } },
    'helm --kube-context minikube --namespace todo-chatbot rollback todo-chatbot 3 --wait --timeout 3m',
  ],
  [
    'kubectl',
    {
      [`${helm} history`]: { code: 1, stderr: 'Error: release: not found' },
      kubectl: {
        stdout: JSON.stringify({ items: ['todo-api', 'todo-web'].map(changedOnce) }),
      },
    },
    'kubectl --context minikube --namespace todo-chatbot rollout undo deployment/todo-api deployment/todo-web',
  ],
])('what %s deployed goes back with its own command', async (manner, others, command) => {
  const { line, went } = await back({ revision: '1', answers: others });
  expect(line).toBe(`It was ${manner} alone that deployed this, so it is gone back with: ${command}`);
  expect(went).toBeUndefined();
});
