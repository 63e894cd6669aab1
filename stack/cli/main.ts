import { parseArgs } from 'node:util';
import { down } from './commands/down.ts';
import { logs, open, status } from './commands/look.ts';
import { preview } from './commands/preview.ts';
import { rollback } from './commands/rollback.ts';
import { up } from './commands/up.ts';
import { machine, type Shell, Stop } from './shell.ts';

const help = `npm run <command> [-- options]

  up         deploy or update            --database local|external  --ingress todo.test  --dashboard
  preview    what up would change        --diff  --json
  status     what runs, and how it is
  logs       what the pods say
  open       the product at localhost    --port 3000
  rollback   to an earlier revision      npm run rollback -- 3
  down       take it all away            --yes

Everywhere: --stack local (the stack's name), --context minikube (the cluster)`;

/**
 * Runs one command.
 *
 * @throws Stop with the line that the person should read.
 */
export async function main(shell: Shell, args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  const target = { stack: values.stack, context: values.context ?? 'minikube' };
  switch (command) {
    case 'up':
      return up(shell, {
        stack: values.stack,
        context: values.context,
        database: databaseKind(values.database),
        ingressHost: values.ingress,
        dashboard: values.dashboard,
      });
    case 'preview':
      return preview(shell, { stack: values.stack, diff: values.diff, json: values.json });
    case 'down':
      return down(shell, { ...target, yes: values.yes });
    case 'status':
      return status(shell, target);
    case 'logs':
      return logs(shell, target);
    case 'open':
      return open(shell, { ...target, port: portNumber(values.port) });
    case 'rollback':
      return rollback(shell, { ...target, revision: rest[0] });
    default:
      throw new Stop(help);
  }
}

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
        yes: { type: 'boolean', default: false },
        diff: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

function databaseKind(text: string | undefined): 'external' | 'local' | undefined {
  if (text === undefined || text === 'external' || text === 'local') return text;
  throw new Stop(`--database is external (an address of yours) or local (inside the cluster), not ${text}`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`--port is a number from 1 to 65535, not ${text}`);
}

if (import.meta.main) {
  await main(machine, process.argv.slice(2)).catch((error: unknown) => {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
