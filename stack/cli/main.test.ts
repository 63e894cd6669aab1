import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { main } from './main.ts';
import { Stop } from './shell.ts';
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

test('wrong values are named before anything runs', async () => {
  const shell = new FakeShell({});
  expect(await said(['up', '--database', 'mysql'], shell)).toContain('not mysql');
  expect(await said(['open', '--port', '99999'], shell)).toContain('not 99999');
  expect(await said(['rollback', 'latest'], shell)).toContain('not latest');
  expect(shell.ran).toEqual([]);
});

test('open forwards the port of the web service', async () => {
  const shell = new FakeShell({ kubectl: {} });
  await main(shell, ['open', '--port', '3100', '--context', 'other']);
  expect(shell.ran.at(-1)).toBe(
    'kubectl --context other --namespace todo-chatbot port-forward service/todo-web 3100:80',
  );
});

test('status of a cluster without the product says how to deploy it', async () => {
  const shell = new FakeShell({ kubectl: {}, 'helm version': {}, 'helm --kube-context': { code: 1 } });
  expect(await said(['status'], shell)).toContain('npm run up');
});

test.each([
  ['error: constructing secrets manager: incorrect passphrase', 'PULUMI_CONFIG_PASSPHRASE_FILE'],
  ["error: no stack named 'local' found", 'npm run up'],
  ['error: the stack is currently locked by 1 lock(s).', 'npx pulumi cancel'],
  ['something\nerror: disk full', 'disk full'],
])('explains %j', (message, expected) => {
  expect(explainStackError(message, 'local')).toContain(expected);
});
