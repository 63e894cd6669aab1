import type { ConfigMap, OutputMap, Stack } from '@pulumi/pulumi/automation/index.js';
import { ensureMinikube, inspectMinikube } from '../minikube.ts';
import { runUpdate } from '../progress/run-update.ts';
import { recover, refuseToLeaveData } from '../recovery/recover.ts';
import { beginAnew } from '../recovery/stalled.ts';
import { type Choice, ensureSettings, settingOf } from '../settings.ts';
import type { Shell } from '../shell.ts';
import { requireAnswer } from '../silent-cluster.ts';
import { findTarget, toolsFor } from '../target.ts';
import { requireTools } from '../tools.ts';
import { explained, openStack } from '../workspace.ts';

/** What `npm run up` can be told. */
export interface UpOptions extends Choice {
  stack: string;
  dashboard: boolean;
  /** Pulumi's own output in place of a line a resource. */
  verbose: boolean;
}

/** Deploys or updates the product: tools, settings, Minikube, the update itself, and where to go next. */
export async function up(shell: Shell, options: UpOptions): Promise<void> {
  shell.say('Looking at your tools and settings …');
  const target = await findTarget(options.stack, options.context);
  // Minikube brings its own Docker; for any other cluster this machine's builds the images.
  await requireTools(shell, target.isAllowed ? ['docker', ...toolsFor(target)] : toolsFor(target));
  const stack = await openStack(shell, options.stack, { create: true });
  const { context } = options;
  const approve = async (settings: ConfigMap) => {
    // What is chosen anew is only kept when it can be deployed to.
    if (context && context !== settingOf(settings, 'allowContext')) await inspectMinikube(shell, context);
    if (context) await refuseToLeaveData(stack, target);
  };
  const settings = await explained(options.stack, () => ensureSettings(shell, stack, options, approve));
  const outputs = await deploy(shell, stack, settings, options);
  for (const line of nextSteps(outputs)) shell.say(line);
}

/** From settings that are right to a product that runs: what `up` shares with other commands. */
export async function deploy(
  shell: Shell,
  stack: Stack,
  settings: ConfigMap,
  options: Pick<UpOptions, 'stack' | 'dashboard' | 'verbose'>,
): Promise<OutputMap> {
  const context = settingOf(settings, 'kubeContext');
  const target = await findTarget(options.stack, context);
  if (target.isAllowed) await requireAnswer(shell, target);
  else {
    await ensureMinikube(shell, {
      profile: target.context,
      ingress: settingOf(settings, 'ingress') === 'true',
      dashboard: options.dashboard,
    });
  }
  await recover(shell, stack, target);
  await beginAnew(shell, target);
  return runUpdate(shell, stack, target, options);
}

/** The address and the three commands that a person needs next. */
function nextSteps(outputs: OutputMap): string[] {
  const value = (name: string) => String(outputs[name]?.value ?? 'unknown');
  const url = value('webUrl');
  const isHere = ['localhost', '127.0.0.1'].includes(URL.canParse(url) ? new URL(url).hostname : '');
  return [
    '',
    isHere
      ? `The todo chat runs. Its address is ${url}, while npm run open connects it:`
      : `The todo chat runs at ${url}`,
    '',
    `  npm run open      ${isHere ? `connects ${url} to it` : 'connects http://localhost:3000 to it as well'}`,
    '  npm run status    what runs, and how it is',
    '  npm run logs      what it says, as it says it',
    '',
  ];
}
