import { type Shell, Stop } from '../shell.ts';
import { requireTools } from '../tools.ts';
import { openStack } from '../workspace.ts';

/** Shows what `up` would change, and explains each rolling update, without changing anything. */
export async function preview(shell: Shell, options: { stack: string }): Promise<void> {
  await requireTools(shell, ['minikube']);
  const stack = await openStack(shell, options.stack, { create: false });
  await stack
    .preview({
      diff: true,
      onOutput: (text) => process.stdout.write(text),
      color: shell.interactive ? 'always' : 'never',
    })
    .catch(() => {
      throw new Stop('The preview failed; the reason is above. Nothing was changed.');
    });
}
