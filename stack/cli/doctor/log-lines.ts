/**
 * Reads the logs of api and web, which are one JSON object a line once they run.
 *
 * @module
 */
import { readJson } from '../target.ts';

interface Entry {
  /** Its name, or its number where pino's own stand. */
  level?: string | number;
  msg?: string;
  err?: { message?: string; code?: string; cause?: { message?: string } };
}

/** What a line says, without what surrounds it. */
export function inShort(line: string): string {
  const entry = line.startsWith('{') ? readJson<Entry>(line) : undefined;
  if (!entry) return line.replace(/^todo-(api|web): /, '');
  const reason = entry.err?.cause?.message ?? entry.err?.message ?? entry.err?.code;
  return [entry.msg, reason].filter(Boolean).join(': ') || line;
}

/** Whether a line tells of an error. */
export function isError(line: string): boolean {
  const level = line.startsWith('{') ? readJson<Entry>(line)?.level : undefined;
  return level === 'error' || level === 'fatal' || (typeof level === 'number' && level >= 50);
}
