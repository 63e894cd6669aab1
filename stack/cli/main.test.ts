import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { main } from './main.ts';
import { Stop } from './shell.ts';
import { toolsFor } from './target.ts';
import { explainStackError } from './workspace.ts';

const said = async (args: string[], shell = new FakeShell({})) =>
  main(shell, args).then(
    () => '',
    (error: unknown) => {
      expect(error).toBeInstanceOf(Stop);
      return (error as Stop).message;
    },
  );

test('without a command, with an unknown one or an unknown option, it shows the commands', async () => {
  expect(await said([])).toContain('npm run <command>');
  expect(await said(['fly'])).toContain('npm run <command>');
  expect(await said(['up', '--fast'])).toMatch(/Unknown option '--fast'.*npm run <command>/s);
});

test('whoever asks for help gets it, and nothing else happens', async () => {
  const shell = new FakeShell({});
  expect(await said(['down', '--help'], shell)).toBe('');
  expect(shell.said.join()).toContain('npm run <command>');
  expect(shell.ran).toEqual([]);
});

test('wrong values are named before anything runs', async () => {
  const shell = new FakeShell({});
  expect(await said(['up', '--database', 'mysql'], shell)).toContain('not mysql');
  expect(await said(['open', '--port', '99999'], shell)).toContain('not 99999');
  expect(await said(['rollback', 'latest'], shell)).toContain('not latest');
  expect(shell.ran).toEqual([]);
});

test('a cluster that is no Minikube is worked on without Minikube', () => {
  const target = { stack: 'local', context: 'docker-desktop', isAllowed: true };
  expect(toolsFor(target)).toEqual(['kubectl', 'helm']);
  expect(toolsFor({ ...target, isAllowed: false })).toContain('minikube');
});

test('open forwards the port of the web service', async () => {
  const shell = new FakeShell({ kubectl: {} });
  await main(shell, ['open', '--port', '3100', '--context', 'other']);
  expect(shell.ran.at(-1)).toBe(
    'kubectl --context other --namespace todo-chatbot port-forward service/todo-web 3100:80',
  );
});

test.each(['preview', 'rollback', 'rotate', 'down'])(
  "%s refuses another cluster than the stack's",
  async (command) => {
    const shell = new FakeShell({ minikube: {}, kubectl: {}, helm: {} });
    const line = await said([command, '--stack', 'of-a-test', '--context', 'typo'], shell);
    expect(line).toMatch(/^The stack of-a-test is deployed to minikube, not to typo/);
    expect(line).toContain(
      command === 'rollback' ? 'helm --kube-context typo' : 'npm run up -- --context typo',
    );
    expect(shell.ran).toEqual([]);
  },
);

test.each(['up', 'preview', 'rollback', 'rotate', 'down'])(
  '%s refuses a namespace that Pulumi never deploys to',
  async (command) => {
    const shell = new FakeShell({ minikube: {}, kubectl: {}, helm: {} });
    expect(await said([command, '--namespace', 'staging'], shell)).toMatch(
      /for what Pulumi deploys, which is always in the namespace todo-chatbot/,
    );
    expect(shell.ran).toEqual([]);
  },
);

test.each([
  ['logs', /^kubectl --context other --namespace staging logs --follow/],
  ['open', /^kubectl --context other --namespace staging port-forward/],
  ['status', /^kubectl --context other --namespace staging get pods,services/],
])('%s looks where it is told to', async (command, ran) => {
  const shell = new FakeShell({
    kubectl: {},
    'kubectl config get-contexts': { stdout: 'other\n' },
    helm: {},
    'helm --kube-context other --namespace staging history': {
      stdout: '[{"revision":1,"status":"deployed","description":"Install complete","updated":"2026-11-21"}]',
    },
  });
  expect(await said([command, '--context', 'other', '--namespace', 'staging'], shell)).toBe('');
  expect(shell.ran.at(-1)).toMatch(ran);
});

test('the doctor answers programs with JSON also where Minikube is missing', async () => {
  const shell = new FakeShell({ kubectl: {}, helm: {} });
  expect(await said(['doctor', '--json', '--stack', 'of-a-test'], shell)).toBe('');
  expect(JSON.parse(shell.said.join('\n'))).toMatchObject({
    severity: 'broken',
    checks: [{ findings: [{ fault: 'program-missing', sentence: 'Minikube is not installed' }] }],
  });
});

test('status names the contexts that there are, when it is told of another one', async () => {
  const shell = new FakeShell({
    kubectl: {},
    'kubectl config get-contexts': { stdout: 'kind\nother\n' },
    helm: {},
    'helm --kube-context': { code: 1, stderr: 'Error: context "nope" does not exist' },
  });
  expect(await said(['status', '--context', 'nope'], shell)).toBe(
    'The kubeconfig has no context nope; there are: kind, other',
  );
});

const running = '{"Name":"minikube","Host":"Running","Kubelet":"Running","APIServer":"Running"}';

test('status of a cluster without the product says how to deploy it', async () => {
  const shell = new FakeShell({
    kubectl: {},
    minikube: {},
    'minikube status': { stdout: running },
    helm: {},
    'helm --kube-context': { code: 1, stderr: 'Error: release: not found' },
  });
  expect(await said(['status'], shell)).toBe('The todo chat is not deployed: npm run up');
});

test.each(['status', 'logs', 'open', 'rollback', 'doctor', 'down'])(
  '%s says in a line that Minikube does not run',
  async (command) => {
    const shell = new FakeShell({
      kubectl: {},
      'kubectl --context': { code: 1, stderr: 'connection refused' },
      helm: {},
      'helm --kube-context': { code: 1, stderr: 'Error: Kubernetes cluster unreachable' },
      minikube: {},
      'minikube status': { code: 7, stdout: running.replaceAll('Running', 'Stopped') },
    });
    const line = await said([command], shell);
    expect([line, ...shell.said].join('\n')).toContain('Minikube does not run');
    expect(shell.ran.join('\n')).not.toMatch(/minikube start|rollback/);
  },
);

test.each([
  ['error: constructing secrets manager: incorrect passphrase', 'PULUMI_CONFIG_PASSPHRASE_FILE'],
  ["error: no stack named 'local' found", 'npm run up'],
  ['error: the stack is currently locked by 1 lock(s).', 'npm run pulumi -- cancel'],
  ['something\nerror: disk full', 'disk full'],
])('explains %j', (message, expected) => {
  expect(explainStackError(message, 'local')).toContain(expected);
});
