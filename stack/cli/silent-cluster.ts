/**
 * Why a cluster does not answer, in one line.
 *
 * @module
 */
import { contextsOf } from './contexts.ts';
import { lastLine } from './last-line.ts';
import { requireRunning } from './minikube.ts';
import { type Shell, Stop } from './shell.ts';
import { kubectl, type Target } from './target.ts';
import { requireTools } from './tools.ts';

/** @throws Stop when a cluster that is no Minikube, and is not started from here, does not answer. */
export async function requireAnswer(shell: Shell, target: Target): Promise<void> {
  const finished = await kubectl(shell, target, 'get', '--raw=/version');
  if (finished.code === 0) return;
  throw new Stop(`The cluster ${target.context} does not answer: ${lastLine(finished.stderr)}`);
}

/** @throws Stop when the reason is a Minikube that does not run, or a context that there is not. */
export async function explainSilence(shell: Shell, target: Target): Promise<void> {
  if (target.isAllowed) {
    const contexts = await contextsOf(shell);
    if (!contexts?.length || contexts.includes(target.context)) return;
    throw new Stop(`The kubeconfig has no context ${target.context}; there are: ${contexts.join(', ')}`);
  }
  await requireTools(shell, ['minikube']);
  await requireRunning(shell, target.context);
}
