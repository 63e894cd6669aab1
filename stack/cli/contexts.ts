/**
 * The contexts of the kubeconfig.
 *
 * @module
 */
import type { Looking } from './shell.ts';

/** Their names; undefined when kubectl does not tell. */
export async function contextsOf(shell: Looking): Promise<string[] | undefined> {
  const { code, stdout } = await shell.run('kubectl', ['config', 'get-contexts', '--output=name']);
  if (code !== 0) return undefined;
  return stdout
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** How the command line would name each of them. */
export function contextOptions(contexts: string[]): string {
  return contexts.map((name) => `--context ${name}`).join(' or ');
}
