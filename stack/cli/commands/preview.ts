import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { asText, readEvents } from '../preview-report.ts';
import { type Shell, Stop } from '../shell.ts';
import { requireTools } from '../tools.ts';
import { openStack } from '../workspace.ts';

/** What `npm run preview` can be told. */
interface PreviewOptions {
  stack: string;
  /** Pulumi's own output, field by field. */
  diff: boolean;
  /** The explanation and the changes as one JSON object on standard output. */
  json: boolean;
}

/** Shows what `up` would change, and explains each rolling update, without changing anything. */
export async function preview(shell: Shell, options: PreviewOptions): Promise<void> {
  await requireTools(shell, ['minikube']);
  const stack = await openStack(shell, options.stack, { create: false });
  const folder = await mkdtemp(join(tmpdir(), 'todo-chatbot-preview-'));
  const file = join(folder, 'explanation.json');
  stack.workspace.envVars = { ...stack.workspace.envVars, TODO_CHATBOT_EXPLANATION: file };
  const events: EngineEvent[] = [];
  try {
    if (!options.json && !options.diff) shell.say('Comparing your sources and settings with what runs …');
    const failed = await stack
      .preview({
        diff: options.diff,
        color: shell.interactive ? 'always' : 'never',
        onEvent: (event) => events.push(event),
        ...(options.diff ? { onOutput: (text: string) => process.stdout.write(text) } : {}),
      })
      .then(
        () => false,
        () => true,
      );
    const report = readEvents(events);
    if (failed) throw new Stop([...report.errors, 'The preview failed; nothing was changed.'].join('\n'));
    if (options.json) {
      const explanation = JSON.parse(await readFile(file, 'utf8')) as object;
      shell.say(
        JSON.stringify(
          { ...explanation, changes: report.changes, unchanged: report.unchanged },
          undefined,
          2,
        ),
      );
    } else if (!options.diff) {
      for (const line of asText(report)) shell.say(line);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
