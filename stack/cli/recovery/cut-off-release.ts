/**
 * A step of Helm that was begun and never ended, because the process was killed. Helm refuses every further step, with
 * "another operation is in progress".
 *
 * @module
 */
import { lastLine } from '../last-line.ts';
import { findCutOff, type Revision } from '../release-history.ts';
import { type Shell, Stop } from '../shell.ts';
import { helmArgs, kubectl, type Target } from '../target.ts';

/** In words: what was cut off. */
export function cutOffSentence({ revision, status }: Revision): string {
  const what: Record<string, string> = {
    'pending-install': 'The first installation was cut off.',
    'pending-upgrade': `An update was cut off (revision ${revision}).`,
    'pending-rollback': `A rollback was cut off (revision ${revision}).`,
    uninstalling: 'Its removal was cut off.',
  };
  return what[status] ?? `Revision ${revision} was cut off (${status}).`;
}

/**
 * Clears a step that was cut off. Pods that serve are left alone: only the record of an update goes, and the next
 * update puts everything right. An installation that never ended serves nobody, and is taken away.
 *
 * @returns what was found; undefined when nothing was.
 */
export async function clearCutOff(
  shell: Shell,
  target: Target,
  history: Revision[],
): Promise<string | undefined> {
  const cutOff = findCutOff(history);
  if (!cutOff) return undefined;
  const isUpdate = cutOff.status === 'pending-upgrade' || cutOff.status === 'pending-rollback';
  if (!isUpdate) await uninstall(shell, target);
  else {
    const record = `sh.helm.release.v1.todo-chatbot.v${cutOff.revision}`;
    const finished = await kubectl(shell, target, 'delete', 'secret', record);
    if (finished.code !== 0)
      throw new Stop(`${cutOffSentence(cutOff)} That failed: ${lastLine(finished.stderr)}`);
  }
  return `${cutOffSentence(cutOff)} ${isUpdate ? "Helm's unfinished record of it is removed." : 'What was left of it is removed.'}`;
}

/** Takes the release away, be it whole or not. */
export async function uninstall(shell: Shell, target: Target): Promise<void> {
  const finished = await shell.run('helm', helmArgs(target, ['uninstall'], '--wait', '--timeout=120s'), {
    timeoutSeconds: 150,
  });
  if (finished.code !== 0) {
    throw new Stop(`What was cut off could not be removed: ${lastLine(finished.stderr)}`);
  }
}
