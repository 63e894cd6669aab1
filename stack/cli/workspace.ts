import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LocalWorkspace, PulumiCommand, type Stack } from '@pulumi/pulumi/automation/index.js';
import { type Shell, Stop } from './shell.ts';

/** The repository's root, where `Pulumi.yaml` is. */
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const stateFolder = join(root, '.pulumi-state');

/** Where the passphrase of the local state lies when the person gave none: outside the repository. */
function passphraseFile(env: NodeJS.ProcessEnv): string {
  const base =
    process.platform === 'win32'
      ? (env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'))
      : (env.XDG_CONFIG_HOME ?? join(homedir(), '.config'));
  return join(base, 'todo-chatbot', 'pulumi-passphrase');
}

/**
 * The environment in which Pulumi runs. A backend or passphrase that the person has set is theirs to keep; else state
 * lies in `.pulumi-state`, encrypted with a passphrase that is generated once, so that a first try needs no account.
 */
async function pulumiEnvironment(shell: Shell): Promise<Record<string, string>> {
  const environment: Record<string, string> = { PULUMI_SKIP_UPDATE_CHECK: 'true' };
  if (shell.env.PULUMI_BACKEND_URL || (await isLoggedIn(shell))) return environment;
  await mkdir(stateFolder, { recursive: true });
  environment.PULUMI_BACKEND_URL = pathToFileURL(stateFolder).href;
  if (shell.env.PULUMI_CONFIG_PASSPHRASE === undefined && !shell.env.PULUMI_CONFIG_PASSPHRASE_FILE) {
    environment.PULUMI_CONFIG_PASSPHRASE_FILE = await ensurePassphrase(shell);
  }
  return environment;
}

async function isLoggedIn(shell: Shell): Promise<boolean> {
  if (existsSync(stateFolder)) return false;
  const finished = await shell.run('pulumi', ['whoami', '--non-interactive']);
  return finished.code === 0;
}

async function ensurePassphrase(shell: Shell): Promise<string> {
  const file = passphraseFile(shell.env);
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    shell.say(
      `Made a passphrase for the stack's secrets: ${file} (keep it; without it the state cannot be read).`,
    );
  }
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
  const envVars = await pulumiEnvironment(shell);
  const pulumiCommand = await PulumiCommand.get({ skipVersionCheck: true }).catch((error: Error) => {
    throw new Stop(`The Pulumi CLI does not run (npx pulumi version says why): ${firstLine(error.message)}`);
  });
  const workspace = {
    envVars,
    pulumiCommand,
    ...(envVars.PULUMI_BACKEND_URL ? { secretsProvider: 'passphrase' } : {}),
  };
  const program = { stackName, workDir: root };
  try {
    return options.create
      ? await LocalWorkspace.createOrSelectStack(program, workspace)
      : await LocalWorkspace.selectStack(program, workspace);
  } catch (error) {
    throw new Stop(explainStackError(error instanceof Error ? error.message : String(error), stackName));
  }
}

/** The one line for the usual reasons why a stack cannot be opened. */
export function explainStackError(message: string, stackName: string): string {
  if (/incorrect passphrase/i.test(message)) {
    return 'The passphrase is not the one that this stack was made with: set PULUMI_CONFIG_PASSPHRASE_FILE to the right one.';
  }
  if (/no stack named/i.test(message)) return `There is no stack named ${stackName} yet: npm run up`;
  if (/currently locked/i.test(message)) {
    return 'Another update of this stack is under way, or one was killed: wait for it, or npx pulumi cancel';
  }
  return `Pulumi could not open the stack ${stackName}: ${lastLine(message)}`;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? text;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? text;
}
