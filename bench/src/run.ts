/**
 * `npm run bench`: figures on one real Postgres each, as tables; with `--write` also in docs/benchmarks.md. It fails
 * when a figure is beyond its limit. `--only tasks,chat` measures some; what takes longest runs only when it is
 * named, for `--minutes` where it goes on for long; `--sample` is as short as still says something.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@todo-chatbot/api/embedded-postgres';
import { faults } from './faults/faults.ts';
import { fullDisk } from './faults/full-disk.ts';
import { silentModel } from './faults/silent-model.ts';
import { kills } from './kills/kills.ts';
import { readOptions, usage } from './options.ts';
import { failuresOf, type Measured, type Options } from './report/figure.ts';
import { asTable, type Section, writePage } from './report/page.ts';
import { agentTurn } from './suites/agent-turn.ts';
import { assistantTurn } from './suites/assistant-turn.ts';
import { cost } from './suites/cost.ts';
import { eventStreams } from './suites/event-streams.ts';
import { images } from './suites/images.ts';
import { listTasks } from './suites/list-tasks.ts';
import { openStreams } from './suites/open-streams.ts';
import { parallelChats } from './suites/parallel-chats.ts';
import { scale } from './suites/scale.ts';
import { soak } from './suites/soak.ts';
import { starts } from './suites/starts.ts';
import { webPage } from './suites/web-page.ts';

const suites: Record<string, (databaseUrl: string, options: Options) => Promise<Measured>> = {
  tasks: listTasks,
  chat: assistantTurn,
  agent: agentTurn,
  chats: parallelChats,
  streams: openStreams,
  events: eventStreams,
  starts,
  web: webPage,
  cost,
  scale,
  images,
  soak,
  kills,
  faults,
  'full-disk': fullDisk,
  'silent-model': silentModel,
};
/** They take longest. */
const ONLY_BY_NAME = new Set(['scale', 'images', 'soak', 'kills', 'faults', 'full-disk', 'silent-model']);

const available = { all: Object.keys(suites), onlyByName: ONLY_BY_NAME };
const options = optionsOrEnd();
const sections = new Map<string, Section>();
for (const name of options.names) {
  const measured = await onPostgres(name);
  const section = 'figures' in measured ? measured : { figures: measured, plots: [] };
  sections.set(name, section);
  process.stdout.write(`${name}\n\n${asTable(section.figures)}\n`);
}
if (options.write) await writePage(sections, available.all);
for (const failure of [...sections.values()].flatMap(({ figures }) => failuresOf(figures))) {
  process.stderr.write(`beyond its limit: ${failure}\n`);
  process.exitCode = 1;
}

async function onPostgres(name: string): Promise<Measured> {
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite ${name}.`);
  const folder = await mkdtemp(join(tmpdir(), 'todo-bench-'));
  const postgres = await startEmbeddedPostgres(folder);
  try {
    return await suite(postgres.url, options);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function optionsOrEnd() {
  try {
    const read = readOptions(process.argv.slice(2), available);
    if (read !== 'help') return read;
    process.stdout.write(usage(available));
    return process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n--help shows what there is.\n`);
    return process.exit(2);
  }
}
