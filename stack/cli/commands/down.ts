import { type Shell, Stop } from '../shell.ts';
import { openStack } from '../workspace.ts';

/** Takes everything away that `up` made; Minikube itself stays, and so do the stack's settings. */
export async function down(shell: Shell, options: { stack: string; yes: boolean }): Promise<void> {
  const stack = await openStack(shell, options.stack, { create: false });
  const database = (await stack.getAllConfig())['todo-chatbot:database']?.value;
  if (!options.yes) {
    if (!shell.interactive) throw new Stop('Nobody can be asked here: npm run down -- --yes');
    const what =
      database === 'local'
        ? 'the todo chat and its database with all tasks'
        : 'the todo chat (its database stays)';
    const answer = await shell.ask(`This deletes ${what}. Type yes to go on: `);
    if (answer !== 'yes') throw new Stop('Nothing was changed.');
  }
  await stack.destroy({ onOutput: (text) => process.stdout.write(text) }).catch(() => {
    throw new Stop(
      'Not everything could be deleted; the reason is above. npm run down again goes on where it stopped.',
    );
  });
  shell.say('All gone. `npm run up` brings it back; `minikube delete` removes the cluster too.');
}
