/**
 * `npm run bench`: every figure on one real Postgres in one run, as a table; with `--write` also in docs/benchmarks.md.
 *
 * @module
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@todo-chatbot/api/embedded-postgres';
import { assistantTurn } from './assistant-turn.ts';
import { listTasks } from './list-tasks.ts';
import { root } from './programs.ts';

/** One measured number. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal?: string;
}

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const folder = await mkdtemp(join(tmpdir(), 'todo-bench-'));
const postgres = await startEmbeddedPostgres(folder);
try {
  const figures = [...(await listTasks(postgres.url)), ...(await assistantTurn(postgres.url))];
  const table = asTable(figures);
  process.stdout.write(table);
  if (values.write) await writeFile(join(root, 'docs/benchmarks.md'), asPage(table));
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function asTable(figures: Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal }) => {
    const digits = value < 10 ? 2 : 0;
    return `| ${name} | ${value.toFixed(digits)}${unit && ` ${unit}`} | ${goal ?? ''} |`;
  });
  return ['| what | measured | goal |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function asPage(table: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GiB`;
  const date = new Date().toISOString().slice(0, 10);
  return `# Benchmarks

\`npm run build && npm run bench -- --write\` measures these again and writes this page. The load generator, the api and
the embedded Postgres (which syncs every write to disk) share the machine; ratios are measured in one run.

Last run: ${date}, ${machine}, Node ${process.versions.node}.

${table}`;
}
