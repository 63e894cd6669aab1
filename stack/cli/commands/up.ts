import type { OutputMap } from '@pulumi/pulumi/automation/index.js';
import { ensureMinikube } from '../cluster.ts';
import { type Choice, ensureSettings } from '../settings.ts';
import { type Shell, Stop } from '../shell.ts';
import { requireTools } from '../tools.ts';
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
  await ensureMinikube(shell, {
    profile: options.context ?? setting('kubeContext') ?? 'minikube',
    ingress: options.ingressHost !== undefined || setting('ingress') === 'true',
    dashboard: options.dashboard,
  });
  await ensureSettings(shell, stack, options);
  const result = await stack
    .up({ onOutput: (text) => process.stdout.write(text), color: shell.interactive ? 'always' : 'never' })
    .catch(() => {
      throw new Stop('The update failed; the reason is above. Pods that ran before it still serve.');
    });
  for (const line of nextSteps(result.outputs)) shell.say(line);
}

/** The address and the three commands that a person needs next. */
function nextSteps(outputs: OutputMap): string[] {
  const value = (name: string) => String(outputs[name]?.value ?? 'unknown');
  return [
    '',
    `The todo chat runs at ${value('webUrl')}`,
    '',
    '  npm run open      opens it at http://localhost:3000 (works on every platform)',
    '  npm run status    what runs, and how it is',
    '  npm run logs      what it says, as it says it',
    '',
  ];
}
