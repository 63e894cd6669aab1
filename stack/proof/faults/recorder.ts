/**
 * Records what the doctor is told by a real cluster, without what changes from one cluster to the next and without
 * anything secret.
 *
 * @module
 */
import { isDeepStrictEqual } from 'node:util';
import {
  commandKey,
  itemsOf,
  placeOf,
  type RecordedAnswer,
  type RecordedObject,
} from '../../cli/doctor/replay.ts';
import { type Looking, machine } from '../../cli/shell.ts';
import { trimmed } from './trim.ts';

/** A machine whose answers are kept. */
export interface Recorder {
  shell: Looking;
  answers: Record<string, RecordedAnswer>;
}

/** Runs everything for real, and keeps it. */
export function recorder(rename: (text: string) => string): Recorder {
  const answers: Recorder['answers'] = {};
  return {
    answers,
    shell: {
      platform: machine.platform,
      env: machine.env,
      hostname: machine.hostname,
      isAlive: machine.isAlive,
      run: async (program, args, options) => {
        const finished = await machine.run(program, args, options);
        const { code, stdout, stderr } = finished;
        const answer: RecordedAnswer = {
          ...(code !== 0 && { code }),
          ...(stderr && { stderr: rename(stderr) }),
        };
        const json = jsonOf(rename(stdout));
        if (json !== undefined) answer.json = trimmed(json);
        else if (stdout) answer.lines = shortened(args, rename(stdout).split('\n'));
        answers[rename(commandKey(program, args))] = answer;
        return finished;
      },
    },
  };
}

function jsonOf(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Of a log only what warns, and its end. */
function shortened(args: string[], lines: string[]): string[] {
  if (!args.includes('logs')) return lines;
  const written = lines.filter(Boolean);
  return written
    .filter((line, at) => /"level":"(warn|error|fatal)"/.test(line) || at >= written.length - 5)
    .slice(-15);
}

/** What differs from when all was well; answers that are the same are left out. */
export function onlyWhatDiffers(
  answers: Recorder['answers'],
  healthy: Recorder['answers'],
): Recorder['answers'] {
  const differing = Object.entries(answers).flatMap(([key, answer]): [string, RecordedAnswer][] => {
    const before = healthy[key];
    if (isDeepStrictEqual(answer, before)) return [];
    const items = itemsOf(answer);
    if (!before || items.length === 0) return [[key, answer]];
    return [[key, difference(answer, items, itemsOf(before))]];
  });
  return Object.fromEntries(differing);
}

function difference(
  { code, stderr }: RecordedAnswer,
  items: RecordedObject[],
  before: RecordedObject[],
): RecordedAnswer {
  const known = new Map(before.map((object) => [placeOf(object), object]));
  const places = new Set(items.map(placeOf));
  const changed = items.filter((object) => !isDeepStrictEqual(object, known.get(placeOf(object))));
  const gone = [...known.keys()].filter((place) => !places.has(place));
  return { ...(code && { code }), ...(stderr && { stderr }), changed, ...(gone.length > 0 && { gone }) };
}
