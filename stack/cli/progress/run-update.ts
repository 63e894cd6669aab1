/**
 * An update of the stack: watched while it rolls, explained when it fails, and told how it was left when it is stopped.
 *
 * @module
 */
import type { OutputMap, Stack } from '@pulumi/pulumi/automation/index.js';
import { policyPack } from '../policy-pack.ts';
import { findLock, heldSentence, isAbandoned } from '../recovery/lock.ts';
import { findCutOff, readHistory } from '../release-history.ts';
import { type Shell, Stop } from '../shell.ts';
import type { Target } from '../target.ts';
import { watchRoll } from '../watch-roll.ts';
import { seconds } from './display.ts';
import { watchReadiness } from './readiness.ts';
import { type EngineOptions, type Outcome, runOperation } from './run-operation.ts';

/** As shells have it for Ctrl-C. */
const interruptedCode = 130;

/**
 * Updates the stack.
 *
 * @throws Stop saying why it failed, or how it was left.
 */
export async function runUpdate(
  shell: Shell,
  stack: Pick<Stack, 'up' | 'cancel'>,
  target: Target,
  options: { verbose: boolean },
): Promise<OutputMap> {
  const startedAt = Date.now();
  const outcome = await withoutAbandonedLock(shell, stack, () => update(shell, stack, target, options));
  const elapsed = seconds(Date.now() - startedAt);
  if (!outcome.result) {
    throw new Stop(await explainEnd(shell, target, outcome), outcome.interrupted ? interruptedCode : 1);
  }
  for (const warning of outcome.warnings) shell.say(`  ! ${warning}`);
  shell.say(
    outcome.changed === 0
      ? `Nothing to change: everything is as your sources and settings say (${elapsed}).`
      : `Done in ${elapsed}: ${outcome.changed} changed, ${outcome.unchanged} as they were.`,
  );
  return outcome.result.outputs;
}

type Ended = Outcome<{ outputs: OutputMap }> & { evidence: string[] };

async function update(
  shell: Shell,
  stack: Pick<Stack, 'up'>,
  target: Target,
  options: { verbose: boolean },
): Promise<Ended> {
  const roll = await watchRoll(shell, target.context);
  const readiness = watchReadiness(shell, target);
  const outcome = await runOperation(
    shell,
    {
      opening: 'sources and cluster',
      verbose: options.verbose,
      detail: (title) => (title === 'release' ? roll.sentence() || readiness.sentence() : ''),
    },
    (engine: EngineOptions) =>
      stack.up({
        ...engine,
        policyPacks: [policyPack],
        signal: endEarly(shell, engine.signal, roll.hopeless),
      }),
  );
  readiness.end();
  return { ...outcome, evidence: await roll.end() };
}

/**
 * Pulumi is asked to end, as by Ctrl-C, once a pod cannot become ready: Helm then goes back at once and not when its time
 * is up. Windows knows no such request, only an end that leaves things half done.
 */
function endEarly({ platform }: Shell, asked: AbortSignal, hopeless: AbortSignal): AbortSignal {
  return platform === 'win32' ? asked : AbortSignal.any([asked, hopeless]);
}

/** Does it again when all that stood in the way is the lock of an update that was killed. */
async function withoutAbandonedLock(
  shell: Shell,
  stack: Pick<Stack, 'cancel'>,
  work: () => Promise<Ended>,
): Promise<Ended> {
  const outcome = await work();
  const lock = outcome.result ? undefined : findLock(outcome.errors.join('\n'));
  if (!lock) return outcome;
  if (!isAbandoned(shell, lock)) throw new Stop(heldSentence(lock));
  await stack.cancel();
  shell.say(`An update was killed (process ${lock.processId} is gone): its lock on the stack is removed.`);
  return work();
}

async function explainEnd(shell: Shell, target: Target, outcome: Ended): Promise<string> {
  const history = (await readHistory(shell, target)) ?? [];
  const cutOff = findCutOff(history);
  const serving = history.some(({ status }) => status === 'deployed')
    ? ' Pods that ran before still serve.'
    : '';
  const left = cutOff
    ? `Helm's revision ${cutOff.revision} is half done (${cutOff.status}); the next npm run up clears it.`
    : 'What was made so far stays as it is.';
  if (outcome.interrupted) {
    return `\nStopped, as you asked. ${left}${serving} npm run up goes on from here.`;
  }
  return [
    '',
    ...outcome.errors,
    ...(outcome.evidence.length > 0 ? ['', ...outcome.evidence] : []),
    '',
    `The update failed.${serving}${cutOff ? ` ${left}` : ''} npm run up tries again; npm run doctor looks at everything.`,
  ].join('\n');
}
