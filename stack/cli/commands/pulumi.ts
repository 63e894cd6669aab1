import { type Shell, Stop } from '../shell.ts';
import { findPulumi, pulumiEnvironment } from '../workspace.ts';

/**
 * Runs Pulumi itself, with the backend and the passphrase that the other commands use, so that a setting is one command
 * away and nobody has to know where the state lies.
 *
 * @param find for tests: the CLI may have to be downloaded
 * @throws Stop with Pulumi's own exit code; the reason is on the terminal then.
 */
export async function pulumi(shell: Shell, args: string[], find = findPulumi): Promise<void> {
  await find(shell);
  const stack = shell.env.PULUMI_STACK ?? 'local';
  const environment = { PULUMI_STACK: stack, ...(await pulumiEnvironment(shell, stack)) };
  const code = await shell.show('pulumi', args, environment);
  if (code !== 0) throw new Stop('', code);
}
