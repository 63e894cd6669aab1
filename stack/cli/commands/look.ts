import { type Shell, Stop } from '../shell.ts';
import { requireTools } from '../tools.ts';

const inNamespace = ['--namespace', 'todo-chatbot'];

/** Which cluster the commands look at. */
export interface Target {
  context: string;
}

/** What runs, and how it is. */
export async function status(shell: Shell, target: Target): Promise<void> {
  await requireTools(shell, ['kubectl', 'helm']);
  const kubectl = (...args: string[]) =>
    shell.show('kubectl', ['--context', target.context, ...inNamespace, ...args]);
  const code = await shell.show('helm', [
    '--kube-context',
    target.context,
    ...inNamespace,
    'history',
    'todo-chatbot',
    '--max',
    '5',
  ]);
  if (code !== 0)
    throw new Stop(
      'The todo chat is not deployed on this cluster (or the cluster does not answer): npm run up',
    );
  await kubectl('get', 'deployments,pods,services');
}

/** What the pods say, as they say it, until Ctrl-C. */
export async function logs(shell: Shell, target: Target): Promise<void> {
  await requireTools(shell, ['kubectl']);
  await shell.show('kubectl', [
    ...['--context', target.context, ...inNamespace],
    ...['logs', '--follow', '--prefix', '--tail=50', '--max-log-requests=20'],
    ...['--selector', 'app.kubernetes.io/instance=todo-chatbot'],
  ]);
}

/** Opens the product at localhost, where sign-in works over plain http on every platform, until Ctrl-C. */
export async function open(shell: Shell, target: Target & { port: number }): Promise<void> {
  await requireTools(shell, ['kubectl']);
  shell.say(`Open http://localhost:${target.port} in the browser; Ctrl-C ends it.`);
  const code = await shell.show('kubectl', [
    ...['--context', target.context, ...inNamespace],
    ...['port-forward', 'service/todo-web', `${target.port}:80`],
  ]);
  if (code !== 0 && code !== 130) {
    throw new Stop(
      `The port could not be forwarded: is ${target.port} taken (npm run open -- --port 3001), or nothing deployed (npm run up)?`,
    );
  }
}
