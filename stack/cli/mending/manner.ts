import { ofKind, snapshot } from '../doctor/snapshot.ts';
import { findLastGood, type Revision, readHistory } from '../release-history.ts';
import type { Looking } from '../shell.ts';
import type { Target } from '../target.ts';
import { type Mending, mendingOf } from './mending.ts';

/** What this stack writes into the description of each revision. */
const ofThisStack = /^api=\S/;
/** What Helm writes there when nobody says anything else. */
const ofHelm = /^(Install|Upgrade) complete|^Rollback to /;

/**
 * The commands that mend the deployment, in those of what made it, by what it left behind; of Pulumi, where nothing or
 * nobody tells.
 */
export async function findMending(shell: Looking, target: Target): Promise<Mending> {
  const history = await readHistory(shell, target);
  if (history?.length) {
    const manner = isOfPulumi(history, target) ? 'pulumi' : 'helm';
    return mendingOf(manner, target, { revision: findLastGood(history)?.revision });
  }
  const deployments = history ? await findDeployments(shell, target) : [];
  if (deployments.length > 0) {
    return mendingOf('kubectl', target, { undoable: deployments.filter(isSecond).map(nameOf) });
  }
  // Pulumi has one namespace alone.
  return mendingOf(target.namespace === undefined ? 'pulumi' : 'helm', target);
}

function isOfPulumi(history: Revision[], { namespace }: Target): boolean {
  if (history.some(({ description }) => ofThisStack.test(description))) return true;
  return namespace === undefined && !history.some(({ description }) => ofHelm.test(description));
}

interface Deployment {
  metadata: { name: string; annotations?: Record<string, string> };
}

/** The product's own, whoever made them. */
async function findDeployments(shell: Looking, target: Target): Promise<Deployment[]> {
  const found = await snapshot({ shell, target });
  const deployments = ofKind<Deployment>(found?.all ?? [], 'Deployment');
  return deployments.filter((deployment) => /^todo-(api|web)$/.test(nameOf(deployment)));
}

function nameOf({ metadata }: Deployment): string {
  return metadata.name;
}

/** Whether it was changed since it was made: kubectl has nothing to undo before. */
function isSecond({ metadata }: Deployment): boolean {
  return Number(metadata.annotations?.['deployment.kubernetes.io/revision']) > 1;
}
