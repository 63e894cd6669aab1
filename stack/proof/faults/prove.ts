/**
 * Causes faults on the cluster that a context names, and looks whether the doctor finds each:
 *
 * ```sh
 * npm run prove:doctor -w @todo-chatbot/stack -- --context minikube --api todo-api:1 --web todo-web:1 [--only crash,…]
 * ```
 *
 * It makes two namespaces and deletes them. Faults that reach beyond these (a node, the server of names) are caused with
 * `--wide` alone. With `--record` the answers of the cluster are kept for the tests.
 *
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Examination, examine } from '../../cli/doctor/examine.ts';
import type { Recording } from '../../cli/doctor/replay.ts';
import type { Target } from '../../cli/target.ts';
import type { CausedFault } from './fault.ts';
import { addBrokenContexts } from './kubeconfig.ts';
import { ofCluster } from './of-cluster.ts';
import { ofDatabase } from './of-database.ts';
import { ofPods } from './of-pods.ts';
import { ofRelease } from './of-release.ts';
import { onlyWhatDiffers, type Recorder, recorder } from './recorder.ts';
import { Scene } from './scene.ts';

const { values: options } = parseArgs({
  options: {
    context: { type: 'string', default: 'minikube' },
    namespace: { type: 'string', default: 'todo-faults' },
    api: { type: 'string', default: 'todo-api:0.1.0' },
    web: { type: 'string', default: 'todo-web:0.1.0' },
    only: { type: 'string' },
    wide: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    within: { type: 'string', default: '90' },
  },
});

const folder = join(import.meta.dirname, '../../cli/doctor/faults');
const target: Target = {
  stack: 'trial',
  context: options.context,
  namespace: options.namespace,
  isAllowed: true,
};
const scene = new Scene({
  context: options.context,
  namespace: options.namespace,
  apiImage: options.api,
  webImage: options.web,
});
const say = (line: string) => process.stdout.write(`${line}\n`);

/** A cluster of another name gives the same recording. */
function rename(text: string): string {
  return text.replaceAll(new RegExp(`\\b${options.context}\\b`, 'g'), 'trial');
}

interface Look extends Recorder {
  examination: Examination;
  now: Date;
  target: Target;
}

async function look({ clock = 0, target: other }: Partial<CausedFault>): Promise<Look> {
  const now = new Date(Date.now() + clock * 1000);
  const recording = recorder(rename);
  const at = other?.(target) ?? target;
  const examination = await examine({ shell: recording.shell, target: at, now });
  return { ...recording, examination, now, target: at };
}

function findingOf({ examination }: Look, { fault, says = /./ }: CausedFault) {
  const findings = examination.checks.flatMap((check) => check.findings);
  return findings.find((one) => one.fault === fault && says.test(one.sentence));
}

async function prove(fault: CausedFault, healthy: Look, versions: string): Promise<boolean> {
  const name = fault.name ?? fault.fault;
  const from = performance.now();
  await fault.cause(scene);
  const until = Date.now() + Number(options.within) * 1000;
  let seen = await look(fault);
  while (!findingOf(seen, fault) && Date.now() < until) {
    await pause(2000);
    seen = await look(fault);
  }
  const finding = findingOf(seen, fault);
  await fault.undo?.(scene);
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  say(`${finding ? '✓' : '✗'} ${name} (${seconds} s): ${finding?.sentence ?? inShort(seen.examination)}`);
  if (finding && options.record) {
    const { runbook: _, ...diagnosis } = finding;
    const all = seen.examination.checks.flatMap((check) => check.findings.flatMap((one) => one.fault ?? []));
    write(name, seen, versions, {
      fault: fault.fault,
      caused: fault.caused,
      diagnosis,
      also: [...new Set(all)].filter((one) => one !== fault.fault),
      answers: onlyWhatDiffers(seen.answers, healthy.answers),
    });
  }
  return finding !== undefined;
}

function write(name: string, seen: Look, versions: string, parts: Partial<Recording>): void {
  const recording = {
    ...{ fault: parts.fault, caused: parts.caused, recorded: versions, now: seen.now.toISOString() },
    ...{ target: seen.target, severity: seen.examination.severity, ...parts },
  };
  const text = rename(JSON.stringify(recording, undefined, 2));
  for (const secret of [scene.password, scene.jwtSecret]) {
    const isThere =
      text.includes(secret) || text.includes(Buffer.from(secret).toString('base64').slice(0, -4));
    if (isThere) throw new Error(`the recording of ${name} holds a secret`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${text}\n`);
}

async function main(): Promise<void> {
  const contexts = await addBrokenContexts(options.context);
  const chosen = [...ofPods, ...ofRelease, ...ofDatabase, ...ofCluster]
    .filter(({ isWide }) => options.wide || !isWide)
    .filter(({ name, fault }) => !options.only || options.only.split(',').includes(name ?? fault));
  const failed: string[] = [];
  try {
    const { gitVersion } = (
      JSON.parse(await scene.kubectl('version', '--output=json')) as { serverVersion: { gitVersion: string } }
    ).serverVersion;
    const versions = `Kubernetes ${gitVersion}, ${new Date().toISOString().slice(0, 10)}`;
    await scene.build();
    const healthy = await look({});
    say(`healthy: ${healthy.examination.severity} ${inShort(healthy.examination)}`);
    if (options.record && !options.only) {
      write('healthy', healthy, versions, { caused: 'nothing: all is well', answers: healthy.answers });
    }
    const before = options.only && options.record ? stored(healthy) : healthy;
    for (const fault of chosen) {
      const found = await prove(fault, before, versions).catch((error: Error) => {
        say(`✗ ${fault.name ?? fault.fault}: ${error.message}`);
        return false;
      });
      if (!found) failed.push(fault.name ?? fault.fault);
      await scene.heal();
    }
  } finally {
    contexts.close();
    await scene.remove();
  }
  say(
    `${chosen.length - failed.length} of ${chosen.length} faults caused and found${failed.length > 0 ? `; not found: ${failed.join(', ')}` : ''}`,
  );
  if (failed.length > 0) process.exitCode = 1;
}

/** What was recorded of the healthy deployment earlier. */
function stored(healthy: Look): Look {
  const { answers } = JSON.parse(readFileSync(join(folder, 'healthy.json'), 'utf8')) as Recording;
  return { ...healthy, answers };
}

function inShort({ checks }: Examination): string {
  return checks
    .flatMap(({ name, findings }) =>
      findings.filter(({ severity }) => severity !== 'fine').map(({ sentence }) => `${name}: ${sentence}`),
    )
    .join(' | ');
}

await main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
