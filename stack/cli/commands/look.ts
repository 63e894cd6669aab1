import { findMending } from '../mending/manner.ts';
import { cutOffSentence } from '../recovery/cut-off-release.ts';
import { findHolder, underWaySentence } from '../recovery/lock.ts';
import { findCutOff, originOf, type Revision } from '../release-history.ts';
import { requireRelease } from '../require-release.ts';
import { type Shell, Stop } from '../shell.ts';
import { explainSilence } from '../silent-cluster.ts';
import { kubectlArgs, kubectlJson, type Target } from '../target.ts';
import { requireTools } from '../tools.ts';

interface Deployment {
  metadata: { name: string };
  spec: { replicas?: number; template: { spec: { containers: { image: string }[] } } };
  status: { readyReplicas?: number; updatedReplicas?: number };
}

/** What runs, and how it is. */
export async function status(shell: Shell, target: Target): Promise<void> {
  await requireTools(shell, ['kubectl', 'helm']);
  const { manner, clear } = await findMending(shell, target);
  const history = manner === 'kubectl' ? [] : await requireRelease(shell, target);
  const list = await kubectlJson<{ items: Deployment[] }>(shell, target, 'get', 'deployments');
  const current = history.findLast(({ status: state }) => state === 'deployed');
  if (manner === 'kubectl') shell.say('The todo chat was deployed with kubectl alone: it has no revisions.');
  else if (current) shell.say(describe(current, history));
  else shell.say('No revision of the todo chat was ever deployed with success.');
  const cutOff = findCutOff(history);
  if (cutOff) {
    const holder = await findHolder(shell, target.stack);
    shell.say(holder ? underWaySentence(holder) : `${cutOffSentence(cutOff)} Clear it: ${clear}`);
  }
  for (const line of (list?.items ?? []).map(serviceLine)) shell.say(line);
  shell.say('');
  await shell.show('kubectl', kubectlArgs(target, 'get', 'pods,services'));
}

function describe(current: Revision, history: Revision[]): string {
  const origin = originOf(current, history);
  const since = `revision ${current.revision}, since ${current.updated.replace('T', ' ').slice(0, 19)}`;
  const back = origin === current ? '' : `, gone back to revision ${origin.revision}`;
  const failed = history.at(-1);
  const trouble =
    failed?.status === 'failed' ? `; revision ${failed.revision} failed: ${failed.description}` : '';
  const made = origin.description.replace(/ mends=\w+/, '');
  return `The todo chat runs: ${since}${back} (${made})${trouble}`;
}

function serviceLine({ metadata, spec, status: state }: Deployment): string {
  const wanted = spec.replicas ?? 1;
  const ready = state.readyReplicas ?? 0;
  const rolling =
    (state.updatedReplicas ?? 0) < wanted ? `, rolling (${state.updatedReplicas ?? 0} new)` : '';
  const image = spec.template.spec.containers[0]?.image ?? '';
  return `  ${metadata.name}  ${ready} of ${wanted} pods ready  ${image}${rolling}`;
}

/** What cannot begin ends sooner. */
const steadyMilliseconds = 3000;

/**
 * What the pods say, as they say it, until Ctrl-C. kubectl follows the pods that there are when it starts, so it is
 * started again when the last of them has been replaced.
 *
 * @param clock for tests, in milliseconds
 */
export async function logs(shell: Shell, target: Target, clock = Date.now): Promise<void> {
  await requireTools(shell, ['kubectl']);
  const args = kubectlArgs(
    target,
    ...['logs', '--follow', '--prefix', '--tail=50', '--max-log-requests=200'],
    ...['--selector', 'app.kubernetes.io/instance=todo-chatbot'],
  );
  for (;;) {
    const startedAt = clock();
    const code = await shell.show('kubectl', args);
    if (code === 130) return;
    if (code !== 0) break;
    if (clock() - startedAt < steadyMilliseconds) return;
    shell.say('All these pods were replaced: following the new ones.');
  }
  await explainSilence(shell, target);
  throw new Stop('The logs could not be read; the reason is above.');
}

/**
 * Opens the product at localhost, where sign-in works over plain http on every platform, until Ctrl-C. kubectl holds on
 * to one pod, so it is started again whenever that one is replaced.
 *
 * @param clock for tests, in milliseconds
 */
export async function open(
  shell: Shell,
  target: Target,
  options: { port: number },
  clock = Date.now,
): Promise<void> {
  await requireTools(shell, ['kubectl']);
  shell.say(`Open http://localhost:${options.port} in the browser; Ctrl-C ends it.`);
  const args = kubectlArgs(target, 'port-forward', 'service/todo-web', `${options.port}:80`);
  for (;;) {
    const startedAt = clock();
    const code = await shell.show('kubectl', args);
    if (code === 0 || code === 130) return;
    if (clock() - startedAt < steadyMilliseconds) break;
    shell.say('The pod behind it was replaced: connecting to another one.');
  }
  await explainSilence(shell, target);
  throw new Stop(
    `The port could not be forwarded: is ${options.port} taken (npm run open -- --port 3001), or nothing deployed (npm run up)?`,
  );
}
