import { whyNothingIsThere } from './doctor/nothing-there.ts';
import { type Revision, readHistory } from './release-history.ts';
import { type Shell, Stop } from './shell.ts';
import { explainSilence } from './silent-cluster.ts';
import type { Target } from './target.ts';

/**
 * The release's history, with a revision at the least.
 *
 * @throws Stop saying what keeps one from reading it, or that nothing is deployed.
 */
export async function requireRelease(shell: Shell, target: Target): Promise<Revision[]> {
  const history = await readHistory(shell, target);
  if (history?.length) return history;
  await explainSilence(shell, target);
  if (!history) {
    throw new Stop(
      `The cluster ${target.context} does not answer: kubectl --context ${target.context} get nodes says why`,
    );
  }
  const { sentence, next } = await whyNothingIsThere({ shell, target, now: new Date() });
  throw new Stop(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: ${next}`);
}
