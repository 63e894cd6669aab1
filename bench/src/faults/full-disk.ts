/** @module A disk that is full under the embedded store, and then is not. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import getPort from 'get-port';
import { type Person, signUp } from '../people/person.ts';
import { API, type Program, SETTINGS, start } from '../programs/program.ts';
import type { Figure, Options } from '../report/figure.ts';
import { compared } from './audit.ts';
import { recovery } from './recovery.ts';
import { smallDisk } from './small-disk.ts';
import { type Told, type Writer, work } from './writer.ts';

const DISK_MEGABYTES = 200;
const PEOPLE = 4;
const CALM_MILLISECONDS = 2_000;
const FULL_MILLISECONDS = 10_000;
const SAMPLE_MILLISECONDS = 4_000;
const PIECE = Buffer.alloc(256 * 1024);

/** The api with its own Postgres on a disk of its own, which somebody else fills. */
export async function fullDisk(_databaseUrl: string, { sample }: Options): Promise<Figure[]> {
  const full = sample ? SAMPLE_MILLISECONDS : FULL_MILLISECONDS;
  const disk = await smallDisk(DISK_MEGABYTES);
  const ending = new AbortController();
  const port = String(await getPort());
  let [starts, isEnding] = [0, false];
  // As what keeps it running elsewhere, it is started again when it ends.
  const begin = async (): Promise<Program> => {
    starts++;
    const begun = await start(
      API,
      { ...SETTINGS, DATA_DIR: join(disk.path, 'data'), DATABASE_URL: '', JWT_SECRET: '', PORT: port },
      { by: disk.by },
    );
    void begun.ended.then(again);
    return begun;
  };
  const again = async () => {
    while (!isEnding) {
      const begun = await begin().catch(() => delay(1000));
      if (begun) api = begun;
      if (begun) return;
    }
  };
  let api = await begin();
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => signUp(api.url)));
    const writers: Writer[] = [];
    const working = Promise.all(
      people.map((person) => work([api.url], person, ending.signal, (writer) => writers.push(writer))),
    );
    const failing = (async () => {
      await delay(CALM_MILLISECONDS);
      const ballast = join(disk.seen, 'ballast');
      await fill(ballast);
      const before = writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
      await delay(full);
      const meanwhile = writers.reduce((sum, writer) => sum + writer.acknowledged, 0) - before;
      await rm(ballast);
      const recovered = await recovery(writers);
      await delay(CALM_MILLISECONDS);
      return { meanwhile, recovered };
    })().finally(() => ending.abort());
    const [, { meanwhile, recovered }] = await Promise.all([working, failing]);
    const flaws: string[] = [];
    for (const writer of writers) {
      flaws.push(...compared(writer.told, await tasksOf(api, writer.person)), ...writer.wrong);
    }
    for (const flaw of flaws) process.stderr.write(`${flaw}\n`);
    const sum = writers.reduce((total, writer) => total + writer.acknowledged, 0);
    return [
      { name: 'changes acknowledged', value: sum, unit: '', least: 1 },
      { name: `of them in ${full / 1000} s with a full disk`, value: meanwhile, unit: '' },
      { name: 'starts of the api', value: starts, unit: '' },
      {
        name: 'changes lost, doubled or answered wrongly',
        value: flaws.length,
        unit: '',
        goal: '0',
        most: 0,
      },
      { name: 'from room on the disk until all went on', value: recovered / 1000, unit: 's' },
    ];
  } finally {
    ending.abort();
    isEnding = true;
    await api.stop();
    await disk.remove();
  }
}

/** Writes until nothing fits any more. */
async function fill(path: string): Promise<void> {
  for (let size = 0; size <= DISK_MEGABYTES * 1024 * 1024; size += PIECE.length) {
    const error = await writeFile(path, PIECE, { flag: 'a' }).catch((error: NodeJS.ErrnoException) => error);
    if (error?.code === 'ENOSPC') return;
    if (error) throw error;
  }
  throw new Error('the disk is larger than it was made');
}

async function tasksOf(api: Program, { id, headers }: Person): Promise<(Told & { id: number })[]> {
  const tasks: (Told & { id: number })[] = [];
  for (const status of ['all', 'trashed']) {
    let path: string | undefined = `/api/${id}/tasks?status=${status}&limit=100`;
    while (path !== undefined) {
      const answer: Response = await fetch(new URL(path, api.url), { headers });
      const page = (await answer.json()) as { id: number; title: string; completed: boolean }[];
      tasks.push(...page.map((task) => ({ ...task, trashed: status === 'trashed' })));
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
  }
  return tasks;
}
