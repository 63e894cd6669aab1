import type { OutputMap } from '@pulumi/pulumi/automation/index.js';
import { ensureMinikube } from '../cluster.ts';
import { type Choice, ensureSettings } from '../settings.ts';
import { type Shell, Stop } from '../shell.ts';
import { requireTools } from '../tools.ts';
import { watchRoll } from '../watch-roll.ts';
import { openStack } from '../workspace.ts';

/** What `npm run up` can be told. */
interface UpOptions extends Choice {
  stack: string;
  dashboard: boolean;
}

/** Deploys or updates the product: tools, Minikube, secrets, the update itself, and where to go next. */
export async function up(shell: Shell, options: UpOptions): Promise<void> {
  await requireTools(shell, ['docker', 'minikube', 'kubectl', 'helm']);
  const stack = await openStack(shell, options.stack, { create: true });
  const settings = await stack.getAllConfig();
  const setting = (key: string) => settings[`todo-chatbot:${key}`]?.value;
  const profile = options.context ?? setting('kubeContext') ?? 'minikube';
  await ensureMinikube(shell, {
    profile,
    ingress: options.ingressHost !== undefined || setting('ingress') === 'true',
    dashboard: options.dashboard,
  });
  await ensureSettings(shell, stack, options);
  const watch = await watchRoll(shell, profile);
  const result = await stack
    .up({ onOutput: (text) => process.stdout.write(text), color: shell.interactive ? 'always' : 'never' })
    .catch(() => undefined);
  const evidence = await watch.end();
  if (!result) {
    const reason = evidence.length > 0 ? evidence : ['The update failed; the reason is above.'];
    throw new Stop(['', ...reason, 'Pods that ran before this update still serve.'].join('\n'));
  }
  for (const line of nextSteps(result.outputs)) shell.say(line);
}

/** The address and the three commands that a person needs next. */
function nextSteps(outputs: OutputMap): string[] {
  const value = (name: string) => String(outputs[name]?.value ?? 'unknown');
  return [
    '',
    `The todo chat is deployed. Its address is ${value('webUrl')}; at localhost it answers while npm run open runs.`,
    '',
    '  npm run open      connects http://localhost:3000 to it',
    '  npm run status    what runs, and how it is',
    '  npm run logs      what it says, as it says it',
    '',
  ];
}
