/**
 * `Pulumi.<stack>.yaml`, the settings of a stack. Each person's own: their choices, and their secrets encrypted with
 * their passphrase.
 *
 * @module
 */
import { constants } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Stop } from './shell.ts';

/** The repository's root, where `Pulumi.yaml` is. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the state lies, unless the person has a backend of their own. */
export const stateFolder = join(root, '.pulumi-state');

const stackFile = (stackName: string) => join(root, `Pulumi.${stackName}.yaml`);

/** What can be known of a stack without Pulumi and without a passphrase. */
export interface StackFile {
  /** Settings in clear text. */
  settings: Record<string, string>;
  /** Whether it holds secrets that a passphrase is needed for. */
  isEncrypted: boolean;
}

/** Reads the settings of a stack; empty where there is no file. */
export async function readStackFile(stackName: string): Promise<StackFile> {
  const file = stackFile(stackName);
  return parseStackFile(await readFile(file, 'utf8').catch(() => ''), basename(file));
}

/**
 * Reads the text of such a file.
 *
 * @throws Stop when it is no YAML.
 */
export function parseStackFile(text: string, name: string): StackFile {
  const file = (readYaml(text, name) ?? {}) as { config?: Record<string, unknown>; encryptionsalt?: string };
  const entries = Object.entries(file.config ?? {})
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([key, value]) => [key.replace(/^todo-chatbot:/, ''), String(value)]);
  return {
    settings: Object.fromEntries(entries) as Record<string, string>,
    isEncrypted: file.encryptionsalt !== undefined,
  };
}

function readYaml(text: string, name: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new Stop(`${name} cannot be read as YAML: ${reason.replace(/:$/, '')}`);
  }
}

/** A new stack starts with the settings of the example, comments and all. */
export async function startStackFile(stackName: string): Promise<void> {
  await copyFile(
    join(root, 'Pulumi.local.yaml.example'),
    stackFile(stackName),
    constants.COPYFILE_EXCL,
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
