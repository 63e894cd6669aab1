import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from './replay.ts';

const folder = join(import.meta.dirname, 'faults');

/** One recording of the folder `faults`. */
export function readRecording(name: string): Recording {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Recording;
}

/** The names of all recordings of faults. */
export function recordingNames(): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ''))
    .filter((name) => name !== 'healthy');
}
