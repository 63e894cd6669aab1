/**
 * Searches everything that is kept of a deployment for its secrets in a form that can be read: Pulumi's state, settings
 * and event log, Helm's own records, and every object in the namespace but the Secrets themselves.
 *
 * ```sh
 * npm run prove:secrets -w @todo-chatbot/stack -- --stack local --context minikube
 * ```
 *
 * Pulumi runs with the backend and the passphrase that `npm run up` uses.
 *
 * @module
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../cli/shell.ts';
import { findPulumi, pulumiEnvironment } from '../cli/workspace.ts';
import { unpack } from '../src/helm-record.ts';
import type { KubernetesObject } from '../src/kubernetes-objects.ts';
import { namespaceName } from '../src/names.ts';
import { runProgram } from '../src/run-program.ts';
import { findReadable, type Place, secretParts } from './forms.ts';

const { values: options } = parseArgs({
  options: {
    stack: { type: 'string', default: 'local' },
    context: { type: 'string', default: 'minikube' },
  },
});
const root = join(import.meta.dirname, '..', '..');
const objects = [
  ...['deployments', 'replicasets', 'statefulsets', 'pods', 'configmaps', 'services', 'events'],
  ...['networkpolicies', 'ingresses', 'serviceaccounts', 'persistentvolumeclaims'],
];

await findPulumi(machine);
// Pulumi hides the flag that keeps the event log.
Object.assign(process.env, await pulumiEnvironment(machine, options.stack), {
  PULUMI_DEBUG_COMMANDS: 'true',
});

/** What a program prints. */
async function output(program: string, ...args: string[]): Promise<string> {
  const finished = await runProgram(program, args, { timeoutSeconds: 120 });
  if (finished.code !== 0) throw new Error(`${program} ${args[0]}: ${finished.stderr.trim()}`);
  return finished.stdout;
}

const pulumi = (...args: string[]) =>
  output('pulumi', '--cwd', root, '--non-interactive', ...args, '--stack', options.stack);
const kubectl = (...args: string[]) =>
  output('kubectl', '--context', options.context, '--namespace', namespaceName, ...args, '--output=json');

/** The secrets of the stack: settings that are encrypted. */
async function findSecrets(): Promise<Record<string, string>> {
  const config = JSON.parse(await pulumi('config', '--show-secrets', '--json')) as Record<
    string,
    { value: string; secret: boolean }
  >;
  const encrypted = Object.entries(config).filter(([, { secret }]) => secret);
  return secretParts(Object.fromEntries(encrypted.map(([name, { value }]) => [name, value])));
}

function unpacked({ metadata, data }: KubernetesObject): Place {
  return { name: `Helm's record ${metadata.name}`, text: unpack(data?.release ?? '') };
}

/**
 * Pulumi's SDK prints the engine's answers, secrets in base64 among them, as debug lines. The commands get them over a
 * socket of their own and keep none; whoever keeps an event log, or the output of `pulumi --debug`, keeps secrets.
 */
function withoutDebugLines(log: string): string {
  return log
    .split('\n')
    .filter((line) => !isDebug(line))
    .join('\n');
}

function isDebug(line: string): boolean {
  if (line.trim() === '') return true;
  const event = JSON.parse(line) as { diagnosticEvent?: { severity: string } };
  return event.diagnosticEvent?.severity === 'debug';
}

async function findPlaces(folder: string): Promise<Place[]> {
  const log = join(folder, 'events.json');
  const preview = await pulumi('preview', '--diff', '--event-log', log);
  const records = JSON.parse(await kubectl('get', 'secrets', '--selector=owner=helm')) as {
    items: KubernetesObject[];
  };
  const kept = await Promise.all(
    objects.map(async (kind) => ({ name: `${kind} in the cluster`, text: await kubectl('get', kind) })),
  );
  return [
    { name: "Pulumi's state", text: await pulumi('stack', 'export') },
    { name: 'the outputs', text: await pulumi('stack', 'output', '--json') },
    { name: 'the settings file', text: await readFile(join(root, `Pulumi.${options.stack}.yaml`), 'utf8') },
    { name: 'what a preview prints', text: preview },
    { name: "the engine's event log", text: withoutDebugLines(await readFile(log, 'utf8')) },
    ...records.items.map(unpacked),
    ...kept,
  ];
}

const secrets = await findSecrets();
const folder = await mkdtemp(join(tmpdir(), 'todo-chatbot-proof-'));
try {
  const places = await findPlaces(folder);
  for (const place of places) {
    const found = findReadable(place, secrets);
    process.stdout.write(
      `${found.length > 0 ? '✗' : '✓'} ${place.name} (${place.text.length} characters)${found.length > 0 ? `: ${found.join(', ')}` : ''}\n`,
    );
    if (found.length > 0) process.exitCode = 1;
  }
  process.stdout.write(
    `Searched for ${Object.keys(secrets).length} secrets: ${Object.keys(secrets).join(', ')}.\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
