/**
 * Gives the doctor answers that a real cluster gave, as stack/proof/faults recorded them: what was said while all was
 * well, and of a fault what differs from that.
 *
 * @module
 */
import type { Finished } from '../../src/run-program.ts';
import type { Looking } from '../shell.ts';
import type { Target } from '../target.ts';
import type { Fault } from './faults.ts';
import type { Finding, Severity } from './finding.ts';

/** An object of the cluster. */
export interface RecordedObject {
  kind: string;
  metadata: { name: string };
}

/** What a program answered. */
export interface RecordedAnswer {
  /** Absent: 0. */
  code?: number | null;
  stderr?: string;
  /** The lines of its output. */
  lines?: string[];
  /** Its output, where that is JSON. */
  json?: unknown;
  /** A list of objects, where it differs from the one of when all was well. */
  changed?: RecordedObject[];
  gone?: string[];
}

/** A look at a cluster, and what the doctor must say of it. */
export interface Recording {
  fault?: Fault;
  /** How the fault was caused. */
  caused: string;
  /** With what, and when. */
  recorded: string;
  now: string;
  target: Target;
  severity: Severity;
  /** What the doctor must say of the fault, word by word. */
  diagnosis?: Finding;
  /** What else it finds then: consequences. */
  also?: Fault[];
  answers: Record<string, RecordedAnswer>;
}

/** A command line as recordings name it: without the script that is sent into a pod. */
export function commandKey(program: string, args: string[]): string {
  const end = args.indexOf('--eval') + 1;
  return [program, ...(end > 0 ? [...args.slice(0, end), '…'] : args)].join(' ');
}

/** A shell that answers as the cluster did. */
export function replay(recording: Recording, healthy: Recording): Looking {
  return {
    platform: 'linux',
    env: {},
    hostname: 'here',
    isAlive: () => false,
    run: async (program, args) => {
      const key = commandKey(program, args);
      const answer = recording.answers[key] ?? healthy.answers[key] ?? (isVersion(args) ? {} : undefined);
      if (!answer) return { code: 1, stdout: '', stderr: `nothing was recorded of: ${key}` };
      return finished(answer, healthy.answers[key]);
    },
  };
}

/** Every machine that something was recorded on had the programs. */
function isVersion(args: string[]): boolean {
  return args[0] === 'version';
}

function finished(answer: RecordedAnswer, before: RecordedAnswer | undefined): Finished {
  const { code = 0, stderr = '', lines } = answer;
  if (answer.changed || answer.gone) {
    const items = merged(itemsOf(before), answer.changed ?? [], answer.gone ?? []);
    return { code, stderr, stdout: JSON.stringify({ items }) };
  }
  const stdout = answer.json === undefined ? (lines ?? []).join('\n') : JSON.stringify(answer.json);
  return { code, stderr, stdout };
}

/** The objects of an answer that is a list of them; none for any other. */
export function itemsOf(answer: RecordedAnswer | undefined): RecordedObject[] {
  return (answer?.json as { items?: RecordedObject[] } | undefined)?.items ?? [];
}

/** An object's place in a list. */
export function placeOf({ kind, metadata }: RecordedObject): string {
  return `${kind}/${metadata.name}`;
}

function merged(before: RecordedObject[], changed: RecordedObject[], gone: string[]): RecordedObject[] {
  const places = new Set([...changed.map(placeOf), ...gone]);
  return [...before.filter((object) => !places.has(placeOf(object))), ...changed];
}
