/**
 * What a check is: it looks at one thing, and says what it found in sentences.
 *
 * @module
 */
import type { Mending } from '../mending/mending.ts';
import type { Looking } from '../shell.ts';
import type { Target } from '../target.ts';
import type { Fault } from './faults.ts';

/** How bad something is, the worst last. */
export const severities = ['fine', 'unknown', 'warning', 'broken'] as const;
/** `broken`: people cannot use the product, or soon cannot. `warning`: they can, but something is not as it should be. */
export type Severity = (typeof severities)[number];

/** One thing that a check found. */
export interface Finding {
  severity: Severity;
  /** What kind of trouble it is; absent where nothing is wrong or nothing is known. */
  fault?: Fault;
  sentence: string;
  /** What mends it: a command to type, or where to look. */
  next?: string;
  /** Evidence, such as the last lines of a log. */
  details?: string[];
}

/** A deployment, as checks look at it. */
export interface Patient {
  shell: Looking;
  target: Target;
  /** The time on this machine. */
  now: Date;
}

/** Looks at one thing. */
export interface Check {
  name: string;
  /** Never rejects; finding nothing wrong is a finding too. */
  look(patient: Patient, mending: Mending): Promise<Finding[]>;
}

/** What is wrong, and what mends it. */
interface Trouble {
  fault: Fault;
  sentence: string;
  next: string;
  details?: string[];
}

/** Something that keeps people from using the product, or soon will. */
export function broken(trouble: Trouble): Finding {
  return { severity: 'broken', ...trouble };
}

/** Something that is not as it should be. */
export function warning(trouble: Trouble): Finding {
  return { severity: 'warning', ...trouble };
}

/** A finding of which nothing needs to be done. */
export function fine(sentence: string): Finding[] {
  return [{ severity: 'fine', sentence }];
}

/** A finding where a check could not look. */
export function unknown(sentence: string): Finding[] {
  return [{ severity: 'unknown', sentence }];
}
