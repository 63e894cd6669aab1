/**
 * The commands behind `npm run up` and its siblings: which there are, and what each can be told.
 *
 * @module
 */
import { parseArgs } from 'node:util';
import type { DatabaseKind } from '../src/config.ts';
import { namespaceName } from '../src/names.ts';
import { doctor } from './commands/doctor.ts';
import { logs, open, status } from './commands/look.ts';
import { requireRunning } from './minikube.ts';
import { findLookedAt } from './recognize.ts';
import { machine, type Shell, Stop } from './shell.ts';
import { requireAnswer } from './silent-cluster.ts';
import { findTarget, type Target } from './target.ts';

const help = `npm run <command> [-- options]

  up         deploy or update            --database local|external  --ingress todo.test  --dashboard
  preview    what up would change        --diff  --json
  status     what runs, and how it is
  logs       what the pods say
  open       the product at localhost    --port 3000
  doctor     what is wrong, and what mends it  --json  --ask "why …?" (needs a model's key)
  rollback   to an earlier revision      npm run rollback -- 3
  rotate     the key that signs sessions and tokens, signing nobody out  --finish
  down       take it all away            --yes
  pulumi     Pulumi itself               npm run pulumi -- config set replicas 3

Everywhere: --stack local (the stack's name), --context minikube (the cluster: up moves there), --verbose (Pulumi's own output)
With status, logs, open and doctor: --namespace todo-staging, for what Helm or kubectl alone put elsewhere`;

/**
 * Runs one command. Those that have Pulumi work are loaded when they are asked for: its libraries take longer to load than
 * it takes to look at a cluster.
 *
 * @throws Stop with the line that the person should read.
 */
export async function main(shell: Shell, args: string[]): Promise<void> {
  // What follows is Pulumi's to read.
  if (args[0] === 'pulumi') return (await import('./commands/pulumi.ts')).pulumi(shell, args.slice(1));
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  if (values.help) return shell.say(help);
  if (command && ofCluster.has(command)) return look(shell, command, values);
  const target = await findTarget(values.stack, values.context);
  if (command === 'up' || ofStack.has(command ?? '')) refuseOtherNamespace(command, values.namespace);
  if (ofStack.has(command ?? '')) await refuseOtherContext(target, command);
  switch (command) {
    case 'up': {
      const { up } = await import('./commands/up.ts');
      return up(shell, {
        stack: values.stack,
        context: values.context,
        database: databaseKind(values.database),
        ingressHost: values.ingress,
        dashboard: values.dashboard,
        verbose: values.verbose,
      });
    }
    case 'preview': {
      const { preview } = await import('./commands/preview.ts');
      return preview(shell, { stack: values.stack, diff: values.diff, json: values.json }).catch((error) =>
        explainUnreachable(shell, target, error),
      );
    }
    case 'down': {
      const { down } = await import('./commands/down.ts');
      return down(shell, target, { yes: values.yes, verbose: values.verbose });
    }
    case 'rollback': {
      const { rollback } = await import('./commands/rollback.ts');
      return rollback(shell, target, { revision: rest[0], verbose: values.verbose });
    }
    case 'rotate': {
      const { rotate } = await import('./commands/rotate.ts');
      return rotate(shell, { stack: values.stack, finish: values.finish, verbose: values.verbose });
    }
    default:
      throw new Stop(help);
  }
}

/** Commands that look at a deployment, whoever made it and wherever it is. */
const ofCluster = new Set(['status', 'logs', 'open', 'doctor']);

async function look(shell: Shell, command: string, values: Values): Promise<void> {
  const port = portNumber(values.port);
  const target = await findLookedAt(shell, values);
  if (command === 'status') return status(shell, target);
  if (command === 'logs') return logs(shell, target);
  if (command === 'open') return open(shell, target, { port });
  return doctor(shell, target, { json: values.json, ask: values.ask });
}

/** @throws Stop when the command line names a namespace that Pulumi never deploys to. */
function refuseOtherNamespace(command: string | undefined, namespace: string | undefined): void {
  if (namespace === undefined || namespace === namespaceName) return;
  throw new Stop(
    `npm run ${command} is for what Pulumi deploys, which is always in the namespace ${namespaceName}. What Helm or kubectl put into ${namespace} is changed with them: docs/deploy/helm.md, docs/deploy/manifests.md`,
  );
}

/** Commands that have Pulumi work on what the stack is deployed to, whatever cluster is looked at beside it. */
const ofStack = new Set(['preview', 'rollback', 'rotate', 'down']);

/** @throws Stop when the command line names another cluster than the stack's, which would be the one that is changed. */
async function refuseOtherContext({ stack, context }: Target, command?: string): Promise<void> {
  const own = await findTarget(stack, undefined);
  if (own.context === context) return;
  throw new Stop(
    command === 'rollback'
      ? `The stack ${stack} is deployed to ${own.context}, not to ${context}, so nothing of it can go back there. What Helm alone deployed goes back with: helm --kube-context ${context} --namespace <namespace> rollback todo-chatbot <revision> --wait`
      : `The stack ${stack} is deployed to ${own.context}, not to ${context}: npm run up -- --context ${context} moves it`,
  );
}

/** A cluster that does not answer fails once for each resource; one line says as much. */
async function explainUnreachable(shell: Shell, target: Target, error: unknown): Promise<never> {
  const isSilent = error instanceof Stop && /unreachable cluster/.test(error.message);
  if (isSilent)
    await (target.isAllowed ? requireAnswer(shell, target) : requireRunning(shell, target.context));
  throw error;
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        stack: { type: 'string', default: 'local' },
        context: { type: 'string' },
        database: { type: 'string' },
        port: { type: 'string', default: '3000' },
        ingress: { type: 'string' },
        dashboard: { type: 'boolean', default: false },
        finish: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        diff: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        ask: { type: 'string' },
        namespace: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

function databaseKind(text: string | undefined): DatabaseKind | undefined {
  if (text === undefined || text === 'external' || text === 'local') return text;
  throw new Stop(`--database is external (an address of yours) or local (inside the cluster), not ${text}`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`--port is a number from 1 to 65535, not ${text}`);
}

/** Runs one command on this machine, and ends with its exit code. */
export async function start(args: string[]): Promise<void> {
  await main(machine, args).catch((error: unknown) => {
    if (!(error instanceof Stop)) throw error;
    if (error.message) process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  });
}
