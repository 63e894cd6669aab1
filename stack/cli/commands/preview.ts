import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import type { Explanation } from '../../src/explain.ts';
import { policyPack } from '../policy-pack.ts';
import { asJson, asText, readEvents } from '../preview-report.ts';
import { type Shell, Stop } from '../shell.ts';
import { explainStackError, openStack } from '../workspace.ts';

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
  const stack = await openStack(shell, options.stack, { create: false });
  const folder = await mkdtemp(join(tmpdir(), 'todo-chatbot-preview-'));
  const file = join(folder, 'explanation.json');
  stack.workspace.envVars = { ...stack.workspace.envVars, TODO_CHATBOT_EXPLANATION: file };
  const events: EngineEvent[] = [];
  try {
    if (!options.json && !options.diff) shell.say('Comparing your sources and settings with what runs …');
    const failure = await stack
      .preview({
        diff: options.diff,
        policyPacks: [policyPack],
        color: shell.screen.colors ? 'always' : 'never',
        onEvent: (event) => events.push(event),
        ...(options.diff ? { onOutput: (text: string) => shell.screen.write(text) } : {}),
      })
      .then(
        () => undefined,
        (error: Error) => error.message,
      );
    const report = readEvents(events);
    if (failure !== undefined) {
      // Without a word of the engine it never came so far, as with a wrong passphrase.
      const errors = report.errors.length > 0 ? report.errors : [explainStackError(failure, options.stack)];
      throw new Stop([...errors, 'The preview failed; nothing was changed.'].join('\n'));
    }
    if (options.json) {
      const explanation = JSON.parse(await readFile(file, 'utf8')) as Explanation;
      shell.say(JSON.stringify(asJson(explanation, report), undefined, 2));
    } else if (!options.diff) {
      for (const line of asText(report)) shell.say(line);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
