import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import { pulumi } from './pulumi.ts';

const found = async () => undefined;
const env = { PULUMI_BACKEND_URL: 'file:///state' };

test('Pulumi gets every word as it was typed, and the stack', async () => {
  const shell = new FakeShell({ pulumi: {} }, { env });
  await pulumi(shell, ['config', 'set', '--secret', 'databaseUrl'], found);
  expect(shell.ran.at(-1)).toBe('pulumi config set --secret databaseUrl');
  expect(shell.environments.at(-1)).toMatchObject({ PULUMI_STACK: 'local' });
});

test('a stack that is chosen stays chosen', async () => {
  const shell = new FakeShell({ pulumi: {} }, { env: { ...env, PULUMI_STACK: 'two' } });
  await pulumi(shell, ['stack'], found);
  expect(shell.environments.at(-1)).toMatchObject({ PULUMI_STACK: 'two' });
});

test("Pulumi's exit code is passed on, without a word more", async () => {
  const shell = new FakeShell({ pulumi: { code: 255 } }, { env });
  await expect(pulumi(shell, ['fly'], found)).rejects.toMatchObject({ message: '', exitCode: 255 });
});
