import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { findCutOff, findPrevious, readHistory } from './release-history.ts';

const revisions = (...all: [status: string, description: string][]) =>
  all.map(([status, description], index) => ({ revision: index + 1, status, description, updated: '' }));
const target = { stack: 'local', context: 'minikube', isAllowed: false };

test.each([
  ['one before', revisions(['superseded', 'a'], ['superseded', 'b'], ['deployed', 'c']), 2],
  ['not one that failed', revisions(['superseded', 'a'], ['failed', 'b'], ['deployed', 'c']), 1],
  [
    'not what runs after a failure',
    revisions(['superseded', 'a'], ['failed', 'b'], ['deployed', 'Rollback to 1']),
    undefined,
  ],
  ['forward again', revisions(['superseded', 'a'], ['superseded', 'b'], ['deployed', 'Rollback to 1']), 2],
  [
    'a rollback of a rollback',
    revisions(
      ['superseded', 'a'],
      ['superseded', 'b'],
      ['superseded', 'Rollback to 1'],
      ['deployed', 'Rollback to 3'],
    ),
    2,
  ],
  ['nothing before', revisions(['deployed', 'a']), undefined],
  ['nothing deployed', revisions(['failed', 'a']), undefined],
])('a rollback goes to %s', (_name, history, revision) => {
  expect(findPrevious(history)?.revision).toBe(revision);
});

test('only the newest revision can be cut off', () => {
  expect(findCutOff(revisions(['deployed', 'a'], ['pending-upgrade', 'Preparing upgrade']))?.revision).toBe(
    2,
  );
  expect(findCutOff(revisions(['pending-upgrade', 'a'], ['deployed', 'b']))).toBeUndefined();
  expect(findCutOff([])).toBeUndefined();
});

test('tells no release from no answer', async () => {
  const answer = (stderr: string) => readHistory(new FakeShell({ helm: { code: 1, stderr } }), target);
  expect(await answer('Error: release: not found')).toEqual([]);
  expect(await answer('Error: Kubernetes cluster unreachable')).toBeUndefined();
});
