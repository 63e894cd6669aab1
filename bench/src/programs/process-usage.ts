/** @module What a process takes of the machine, as Linux tells it. */
import { readdir, readFile } from 'node:fs/promises';
import type { Program } from './program.ts';

/** What the process holds of the machine's memory. */
export async function residentMegabytes({ pid }: Program): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Files, sockets and pipes that it has open. */
export async function openHandles({ pid }: Program): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}

/** Processor time of the process itself so far, in its own and the system's code. */
export async function processorSeconds({ pid }: Pick<Program, 'pid'>): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
