/**
 * Pulumi itself: where its CLI is, where the state lies, what encrypts it, and the stack in it.
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LocalWorkspace, PulumiCommand, type Stack } from '@pulumi/pulumi/automation/index.js';
import { compileCache } from './compile-cache.ts';
import { lastLine } from './last-line.ts';
import { errorOutput } from './progress/run-operation.ts';
import { type Shell, Stop } from './shell.ts';
import { readStackFile, root, startStackFile, stateFolder } from './stack-file.ts';

/** Where the passphrase of the local state lies when the person gave none: outside the repository. */
function passphraseFile({ env, platform }: Shell): string {
  const base =
    platform === 'win32'
      ? (env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'))
      : (env.XDG_CONFIG_HOME ?? join(homedir(), '.config'));
  return join(base, 'todo-chatbot', 'pulumi-passphrase');
}

/**
 * The environment in which Pulumi runs. A backend or passphrase that the person has set is theirs to keep; else state
 * lies in `.pulumi-state`, encrypted with a passphrase that is generated once, so that a first try needs no account.
 */
export async function pulumiEnvironment(shell: Shell, stackName: string): Promise<Record<string, string>> {
  const environment: Record<string, string> = {
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    // Half of the program's start is reading Pulumi's own code.
    NODE_COMPILE_CACHE: compileCache,
  };
  if (shell.env.PULUMI_BACKEND_URL || (await isLoggedIn(shell))) return environment;
  await mkdir(stateFolder, { recursive: true });
  environment.PULUMI_BACKEND_URL = pathToFileURL(stateFolder).href;
  if (shell.env.PULUMI_CONFIG_PASSPHRASE === undefined && !shell.env.PULUMI_CONFIG_PASSPHRASE_FILE) {
    environment.PULUMI_CONFIG_PASSPHRASE_FILE = await ensurePassphrase(shell, stackName);
  }
  return environment;
}

async function isLoggedIn(shell: Shell): Promise<boolean> {
  if (existsSync(stateFolder)) return false;
  const finished = await shell.run('pulumi', ['whoami', '--non-interactive']);
  return finished.code === 0;
}

async function ensurePassphrase(shell: Shell, stackName: string): Promise<string> {
  const file = passphraseFile(shell);
  if (existsSync(file)) return file;
  if ((await readStackFile(stackName)).isEncrypted) {
    throw new Stop(
      `The passphrase of this stack's secrets is gone: ${file}. Put it back, or set PULUMI_CONFIG_PASSPHRASE; without it the secrets cannot be read.`,
    );
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  shell.say(
    `Made a passphrase for the stack's secrets: ${file} (keep it; without it the state cannot be read).`,
  );
  return file;
}

/**
 * Opens the stack through Pulumi's Automation API.
 *
 * @throws Stop when the Pulumi CLI cannot be run, or the stack does not exist and `create` is not set.
 */
export async function openStack(
  shell: Shell,
  stackName: string,
  options: { create: boolean },
): Promise<Stack> {
  await findPulumi(shell);
  const envVars = await pulumiEnvironment(shell, stackName);
  const pulumiCommand = await PulumiCommand.get({ skipVersionCheck: true }).catch((error: Error) => {
    throw new Stop(
      `The Pulumi CLI does not run (npm run pulumi -- version says why): ${firstLine(error.message)}`,
    );
  });
  if (options.create) await startStackFile(stackName);
  const workspace = {
    envVars,
    pulumiCommand,
    ...(envVars.PULUMI_BACKEND_URL ? { secretsProvider: 'passphrase' } : {}),
  };
  const program = { stackName, workDir: root };
  return explained(stackName, () =>
    options.create
      ? LocalWorkspace.createOrSelectStack(program, workspace)
      : LocalWorkspace.selectStack(program, workspace),
  );
}

/**
 * Does something with a stack, and turns the usual reasons why that fails into one line.
 *
 * @throws Stop with that line.
 */
export async function explained<T>(stackName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(explainStackError(error instanceof Error ? error.message : String(error), stackName));
  }
}

/**
 * Puts the folder of the CLI itself first on the PATH. The `pulumi` that npm installs is a launcher in front of it: it
 * would end at the first Ctrl-C while the CLI works on unseen, and starts a Node for each call.
 */
export async function findPulumi(shell: Shell): Promise<void> {
  const launcher = createRequire(import.meta.url);
  let resolve: () => Promise<string>;
  try {
    ({ resolve } = launcher('pulumi/lib/resolve') as { resolve: () => Promise<string> });
  } catch {
    return; // Installed in another way: the one on the PATH is used.
  }
  try {
    process.env.PATH = [dirname(await resolve()), process.env.PATH].join(delimiter);
  } catch (error) {
    const reason = firstLine(error instanceof Error ? error.message : String(error));
    const own = await shell.run('pulumi', ['version']);
    if (own.code === 0) return;
    throw new Stop(
      `The Pulumi CLI could not be downloaded (${reason}): try again, or https://www.pulumi.com/docs/install/`,
    );
  }
}

/** The one line for the usual reasons why a stack cannot be opened. */
export function explainStackError(message: string, stackName: string): string {
  if (/incorrect passphrase/i.test(message)) {
    return 'The passphrase is not the one that this stack was made with: set PULUMI_CONFIG_PASSPHRASE_FILE to the right one. Nothing was changed.';
  }
  if (/passphrase must be set/i.test(message)) {
    return 'The passphrase of this stack is needed: set PULUMI_CONFIG_PASSPHRASE_FILE (or PULUMI_CONFIG_PASSPHRASE).';
  }
  if (/no stack named/i.test(message)) return `There is no stack named ${stackName} yet: npm run up`;
  if (/currently locked/i.test(message)) {
    return 'Another update of this stack is under way, or one was killed: wait for it, or npm run pulumi -- cancel';
  }
  return `Pulumi could not open the stack ${stackName}: ${lastLine(errorOutput(message))}`;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? text;
}
