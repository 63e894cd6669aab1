import { type Shell, Stop } from '../shell.ts';
import { requireTools } from '../tools.ts';
import { openStack } from '../workspace.ts';

/**
 * Goes back to an earlier revision of the release (the one before when none is given), then lets Pulumi see it, so that
 * the next preview compares with what really runs.
 */
export async function rollback(
  shell: Shell,
  options: { stack: string; context: string; revision?: string | undefined },
): Promise<void> {
  if (options.revision !== undefined && !/^[1-9]\d*$/.test(options.revision)) {
    throw new Stop(
      `A revision is a number from \`helm history\`, not ${options.revision}: npm run status lists them`,
    );
  }
  await requireTools(shell, ['helm']);
  const code = await shell.show('helm', [
    ...['--kube-context', options.context, '--namespace', 'todo-chatbot'],
    ...[
      'rollback',
      'todo-chatbot',
      ...(options.revision ? [options.revision] : []),
      '--wait',
      '--cleanup-on-fail',
    ],
  ]);
  if (code !== 0) throw new Stop('The release was not rolled back; the reason is above.');
  const stack = await openStack(shell, options.stack, { create: false });
  await stack.refresh({ onOutput: (text) => process.stdout.write(text) });
  shell.say('Rolled back. The next `npm run up` goes forward again to what your sources say.');
}
