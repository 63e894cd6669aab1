import { lastLine } from '../last-line.ts';
import { findMending } from '../mending/manner.ts';
import { runOperation } from '../progress/run-operation.ts';
import { clearCutOff } from '../recovery/cut-off-release.ts';
import { takeLock } from '../recovery/lock.ts';
import { findPrevious, originOf, type Revision } from '../release-history.ts';
import { requireImages } from '../require-images.ts';
import { requireRelease } from '../require-release.ts';
import { type Shell, Stop } from '../shell.ts';
import { helmArgs, type Target } from '../target.ts';
import { requireTools } from '../tools.ts';
import { watchRoll } from '../watch-roll.ts';
import { openStack } from '../workspace.ts';

/**
 * Goes back to an earlier revision of the release, then lets Pulumi see it, so that the next preview compares with what
 * really runs. Without a number a person chooses from a list, and elsewhere it is the newest one that ran before.
 */
export async function rollback(
  shell: Shell,
  target: Target,
  options: { revision?: string | undefined; verbose: boolean },
): Promise<void> {
  if (options.revision !== undefined && !/^[1-9]\d*$/.test(options.revision)) {
    throw new Stop(
      `A revision is a number, not ${options.revision}: npm run rollback shows them and asks which`,
    );
  }
  await requireTools(shell, ['kubectl', 'helm']);
  await refuseOthers(shell, target);
  // An update that began meanwhile would find a release that is neither the old nor the new one.
  const giveBack = await takeLock(shell, target.stack);
  const chosen = await changeRelease(shell, target, options.revision).finally(giveBack);
  const stack = await openStack(shell, target.stack, { create: false });
  const seen = await runOperation(shell, { opening: 'cluster', verbose: options.verbose }, (engine) =>
    stack.refresh(engine),
  );
  if (!seen.result) {
    shell.say(`  ! Pulumi has not seen it yet (the next update will): ${seen.errors.at(-1) ?? ''}`);
  }
  shell.say(
    `Revision ${chosen.revision} runs again. npm run preview says what npm run up would change; up goes forward to what your sources say.`,
  );
}

async function changeRelease(shell: Shell, target: Target, given: string | undefined): Promise<Revision> {
  const history = await requireRelease(shell, target);
  const cleared = await clearCutOff(shell, target, history);
  if (cleared) shell.say(cleared);
  const chosen = await choose(shell, history, given);
  await requireImages(shell, target, chosen);
  await goBack(shell, target, chosen);
  return chosen;
}

/** @throws Stop when nothing is deployed, or when it was not Pulumi that did: no stack would see what was gone back to. */
async function refuseOthers(shell: Shell, target: Target): Promise<void> {
  const { manner, goBack: command } = await findMending(shell, target);
  if (manner === 'pulumi') return void (await requireRelease(shell, target));
  throw new Stop(
    `It was ${manner === 'helm' ? 'Helm' : manner} alone that deployed this, ${command ? `so it is gone back with: ${command}` : 'and there is nothing to go back to'}`,
  );
}

async function choose(shell: Shell, history: Revision[], given: string | undefined): Promise<Revision> {
  const usual = findPrevious(history);
  if (given === undefined && shell.interactive) {
    for (const line of listed(history)) shell.say(line);
    const hint = usual ? ` [${usual.revision}]` : '';
    const answer = await shell.ask(`Back to which revision?${hint} `);
    given = answer === '' ? undefined : answer;
  }
  const chosen = given === undefined ? usual : history.find(({ revision }) => revision === Number(given));
  if (!chosen) {
    const none =
      given === undefined ? 'There is no earlier revision to go back to.' : `There is no revision ${given}.`;
    throw new Stop([none, ...listed(history)].join('\n'));
  }
  if (!['superseded', 'deployed'].includes(chosen.status)) {
    throw new Stop(
      `Revision ${chosen.revision} never ran (${chosen.status}); choose another:\n${listed(history).join('\n')}`,
    );
  }
  return chosen;
}

function listed(history: Revision[]): string[] {
  return history.map((one) => {
    const mark = one.status === 'deployed' ? '→' : ' ';
    const origin = originOf(one, history);
    const what = origin === one ? one.description : `as revision ${origin.revision}`;
    const failed = ['deployed', 'superseded'].includes(one.status) ? '' : `${one.status}: `;
    return ` ${mark} ${String(one.revision).padStart(3)}  ${one.updated.replace('T', ' ').slice(0, 19)}  ${failed}${what}`;
  });
}

async function goBack(shell: Shell, target: Target, { revision }: Revision): Promise<void> {
  const roll = await watchRoll(shell, target.context);
  // They are no part of a revision: pods that come back read the Secret as it is now.
  shell.say(`Going back to revision ${revision}; secrets stay as they are set …`);
  const finished = await shell.run(
    'helm',
    helmArgs(target, ['rollback'], String(revision), '--wait', '--timeout=300s', '--cleanup-on-fail'),
    { timeoutSeconds: 330 },
  );
  const evidence = await roll.end();
  if (finished.code !== 0) {
    throw new Stop(
      [
        lastLine(finished.stderr),
        ...evidence,
        'The release was not rolled back; pods that ran before still serve.',
      ].join('\n'),
    );
  }
}
