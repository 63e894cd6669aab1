import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import type { Finished } from '../shell.ts';
import { down } from './down.ts';

const target = { stack: 'of-a-test', context: 'minikube', isAllowed: false };
const running = { stdout: '{"Host":"Running","APIServer":"Running"}' };
const gone = { 'minikube status': { code: 85, stdout: '* Profile "minikube" not found.' }, minikube: {} };

/** Nobody types yes in any of these, so Pulumi is never called. */
async function answered(answers: Record<string, Partial<Finished>>, typed?: string[]) {
  const shell = new FakeShell(answers, typed ? { typed } : {});
  const line = await down(shell, target, { yes: false, verbose: false }).catch(
    (error: Error) => error.message,
  );
  expect(shell.ran.join('\n')).not.toContain('pulumi');
  return [line, ...shell.said].join('\n');
}

test('asks before it deletes anything', async () => {
  const said = await answered({ 'minikube status': running, minikube: {} }, ['no']);
  expect(said).toContain('This deletes the todo chat');
  expect(said).toContain('Nothing was changed.');
});

test('asks before it forgets a Minikube that is gone, too', async () => {
  const said = await answered(gone, ['']);
  expect(said).toContain('There is no Minikube named minikube any more.');
  expect(said).toContain('This deletes what the stack knows of it.');
  expect(said).toContain('Nothing was changed.');
});

test('where nobody can be asked it does nothing unless told to', async () => {
  expect(await answered(gone)).toContain('npm run down -- --yes');
});

test('without the program Minikube, no cluster counts as gone', async () => {
  expect(await answered({}, ['yes'])).toContain('Minikube is not installed');
});
