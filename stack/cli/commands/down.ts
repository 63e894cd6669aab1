import { minikubeState, requireRunning } from '../minikube.ts';
import { runOperation } from '../progress/run-operation.ts';
import { type Shell, Stop } from '../shell.ts';
import { readStackFile } from '../stack-file.ts';
import type { Target } from '../target.ts';
import { requireTools } from '../tools.ts';
import { openStack } from '../workspace.ts';

/** Takes everything away that `up` made; Minikube itself stays, and so do the stack's settings. */
export async function down(
  shell: Shell,
  target: Target,
  options: { yes: boolean; verbose: boolean },
): Promise<void> {
  // Without the program every Minikube would seem to be gone.
  if (!target.isAllowed) await requireTools(shell, ['minikube']);
  const isGone = !target.isAllowed && (await minikubeState(shell, target.context)) === 'none';
  if (!target.isAllowed && !isGone) await requireRunning(shell, target.context);
  if (isGone) shell.say(`There is no Minikube named ${target.context} any more.`);
  if (!options.yes) await confirm(shell, await whatGoes(target, isGone));
  const stack = await openStack(shell, target.stack, { create: false });
  if (isGone) {
    // Else the provider would insist on a cluster that answers.
    stack.workspace.envVars = { ...stack.workspace.envVars, PULUMI_K8S_DELETE_UNREACHABLE: 'true' };
  }
  const outcome = await runOperation(shell, { opening: 'cluster', verbose: options.verbose }, (engine) =>
    stack.destroy(engine),
  );
  if (!outcome.result) {
    throw new Stop(
      outcome.interrupted
        ? '\nStopped, as you asked. npm run down goes on where it stopped; npm run up makes again what is gone.'
        : `\n${outcome.errors.join('\n')}\n\nNot everything could be deleted. npm run down goes on where it stopped.`,
    );
  }
  shell.say('All gone. `npm run up` brings it back; `minikube delete` removes the cluster too.');
}

async function whatGoes({ stack }: Target, isGone: boolean): Promise<string> {
  if (isGone) return 'what the stack knows of it';
  const { database } = (await readStackFile(stack)).settings;
  return database === 'local'
    ? 'the todo chat and its database with all tasks'
    : 'the todo chat (its database stays)';
}

async function confirm(shell: Shell, what: string): Promise<void> {
  if (!shell.interactive) throw new Stop('Nobody can be asked here: npm run down -- --yes');
  const answer = await shell.ask(`This deletes ${what}. Type yes to go on: `);
  if (answer !== 'yes') throw new Stop('Nothing was changed.');
}
