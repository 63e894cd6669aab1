/**
 * What an update does before it begins: it clears steps that were cut off, and refuses a release that is not this
 * stack's. What somebody changed by hand is found and put right by the program itself.
 *
 * @module
 */
import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { readHistory } from '../release-history.ts';
import { type Shell, Stop } from '../shell.ts';
import type { Target } from '../target.ts';
import { clearCutOff, uninstall } from './cut-off-release.ts';
import { refuseHeld } from './lock.ts';

/** The part of a stack whose state is looked at. */
type State = Pick<Stack, 'exportStack'>;

/**
 * Mends what would stand in the way of an update, and says so.
 *
 * @throws Stop when an update is under way, or the release is another stack's.
 */
export async function recover(shell: Shell, stack: State, target: Target): Promise<void> {
  await refuseHeld(shell, target.stack);
  const history = await readHistory(shell, target);
  if (!history?.length) return refuseToLeaveData(stack, target);
  const cleared = await clearCutOff(shell, target, history);
  if (cleared) shell.say(cleared);
  if (cleared && !(await readHistory(shell, target))?.length) return;
  const known = new Set((await resourcesOf(stack)).map(({ type }) => type));
  if (known.has('kubernetes:helm.sh/v3:Release')) return;
  if (!known.has('kubernetes:core/v1:Namespace')) {
    throw new Stop(
      `The cluster ${target.context} holds a todo chat that the stack ${target.stack} knows nothing of. Was .pulumi-state moved or deleted? Bring it back together with Pulumi.${target.stack}.yaml; or take the other one away with all its data: kubectl --context ${target.context} delete namespace todo-chatbot`,
    );
  }
  await uninstall(shell, target);
  shell.say(
    'The first installation was cut off before Pulumi had noted it: it is removed and installed again.',
  );
}

/**
 * Moving a stack makes everything in the other cluster and takes it away where it was.
 *
 * @throws Stop when that would be the end of a database inside the cluster.
 */
export async function refuseToLeaveData(stack: State, target: Target): Promise<void> {
  const resources = await resourcesOf(stack);
  const hasDatabase = resources.some(({ type }) => type === 'kubernetes:apps/v1:StatefulSet');
  const { context } = resources.find(({ type }) => type === 'pulumi:providers:kubernetes')?.inputs ?? {};
  if (!hasDatabase || context === undefined || context === target.context) return;
  throw new Stop(
    `The stack ${target.stack} keeps its database inside of ${context}: moved to ${target.context}, it would be deleted there with all tasks. Take a stack of its own: npm run up -- --stack other --context ${target.context}; or end the one in ${context} first: npm run up -- --context ${context}, then npm run down`,
  );
}

interface Resource {
  type: string;
  inputs?: { context?: string };
}

/** What is in Pulumi's state. */
async function resourcesOf(stack: State): Promise<Resource[]> {
  const { deployment } = await stack.exportStack();
  return ((deployment ?? {}) as { resources?: Resource[] }).resources ?? [];
}
