/**
 * Which deployment a command looks at. Nobody need have allowed a cluster that is only looked at.
 *
 * @module
 */
import { namespaceName } from '../src/names.ts';
import { contextsOf } from './contexts.ts';
import { minikubeState } from './minikube.ts';
import type { Looking } from './shell.ts';
import { readStackFile } from './stack-file.ts';
import { findTarget, type Target } from './target.ts';

/** What the command line names. */
export interface Place {
  stack: string;
  context?: string | undefined;
  namespace?: string | undefined;
}

/**
 * The deployment that is looked at. A context that Minikube does not know is a cluster of another kind. A namespace alone
 * is one of the current cluster, where there is no Minikube.
 */
export async function findLookedAt(shell: Looking, place: Place): Promise<Target> {
  const found = await findTarget(place.stack, place.context);
  const { namespace = namespaceName } = place;
  const target: Target = namespace === namespaceName ? found : { ...found, namespace };
  if (target.isAllowed) return target;
  const [contexts, state] = await Promise.all([contextsOf(shell), minikubeState(shell, target.context)]);
  if (!contexts || state !== 'none') return target;
  if (contexts.includes(target.context) || place.context !== undefined) return { ...target, isAllowed: true };
  const { settings } = await readStackFile(place.stack);
  if (place.namespace === undefined || settings.kubeContext !== undefined) return target;
  const { code, stdout } = await shell.run('kubectl', ['config', 'current-context']);
  return code === 0 ? { ...target, context: stdout.trim(), isAllowed: true } : target;
}
