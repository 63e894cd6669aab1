import { isReady } from '../diagnose.ts';
import type { Mending } from '../mending/mending.ts';
import { kubectl, typedKubectl } from '../target.ts';
import type { Fault } from './faults.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown, warning } from './finding.ts';
import { inShort, isError } from './log-lines.ts';
import { snapshot } from './snapshot.ts';

const minutes = 15;

const fallback = {
  config: 'aiFallback assistant',
  chart: 'ai.fallback=assistant',
  kubectl: [
    `patch configmap todo-api --type merge --patch '{"data":{"AI_FALLBACK":"assistant"}}'`,
    'rollout restart deployment/todo-api',
  ],
};

/** What pods say in their logs alone while all of them count as ready, since reading still works. */
interface Ill {
  fault: Fault;
  says: RegExp;
  /** Follows the name of the pod. */
  sentence: string;
  next: (target: Patient['target']) => string;
}

const ills: Ill[] = [
  {
    fault: 'database-disk-full',
    says: /"code":"53100"|could not (?:extend|write|create) .*No space left on device/,
    sentence: "nothing can be changed, since the database's disk is full",
    next: () => 'give that disk room; api goes on by itself',
  },
  {
    fault: 'errors-in-log',
    says: /(?:role \\?"todo_\w+\\?"|relation \\?"[^"]+") does not exist/,
    sentence: 'its tables are gone: the database was emptied, or another took its place',
    next: (target) => `have them made: ${typedKubectl(target, 'rollout restart deployment/todo-api')}`,
  },
];

/** Said longer ago than this, it may be over. */
const freshMilliseconds = 2 * 60_000;

function illOf({ target, now }: Patient, name: string, lines: string[]): Finding[] {
  for (const { fault, says, sentence, next } of ills) {
    const last = lines.findLast((line) => says.test(line));
    if (last === undefined) continue;
    // Of api it is JSON with a time, of Postgres a line that begins with one.
    const [, day, time] = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/.exec(last) ?? [];
    const ago = now.getTime() - Date.parse(`${day}T${time}Z`);
    const isOver = ago > freshMilliseconds;
    const when = isOver ? ` (said ${Math.round(ago / 60_000)} minutes ago; it may be over)` : '';
    const severity = isOver ? warning : broken;
    return [severity({ fault, sentence: `${name}: ${sentence}${when}`, next: next(target) })];
  }
  return [];
}

/** Whether pods that are ready write errors: a product that answers may still fail at some of what it is asked. */
export const logs: Check = {
  name: 'logs',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('there are no pods whose logs could be read');
    const ready = found.pods.filter((pod) => isReady(pod) && !pod.metadata.deletionTimestamp);
    const findings = await Promise.all(
      ready.map(({ metadata }) => errorsOf(patient, mending, metadata.name)),
    );
    const trouble = findings.flat();
    return trouble.length > 0 ? trouble : fine(`no errors in the last ${minutes} minutes`);
  },
};

async function errorsOf(patient: Patient, mending: Mending, name: string): Promise<Finding[]> {
  const { shell, target } = patient;
  const answer = await kubectl(shell, target, 'logs', name, `--since=${minutes}m`, '--tail=500');
  if (answer.code !== 0) return unknown(`the log of ${name} could not be read`);
  const lines = answer.stdout.split('\n');
  const ill = illOf(patient, name, lines);
  if (ill.length > 0) return ill;
  const errors = lines.filter(isError).map(inShort);
  const last = errors.at(-1);
  if (last === undefined) return [];
  const isModel = errors.some((line) => line.startsWith('model failed'));
  const times = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  return [
    warning({
      fault: isModel ? 'model-failing' : 'errors-in-log',
      sentence: `${name} wrote ${times} in the last ${minutes} minutes, the last one: ${last.slice(0, 200)}`,
      next: isModel
        ? `mend key, model or address, such as ${mending.setSecret('openaiApiKey', 'OPENAI_API_KEY')}; meanwhile the built-in assistant may answer: ${mending.set(fallback)}`
        : `read them: ${typedKubectl(target, `logs ${name} --since=${minutes}m`)}`,
    }),
  ];
}
