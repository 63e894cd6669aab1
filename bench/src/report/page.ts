/** @module docs/benchmarks.md: a section for each suite, of which only those that were measured are written again. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../programs/program.ts';
import { type Figure, type Plot, readable } from './figure.ts';
import { asSvg } from './plot.ts';

const FILE = join(root, 'docs/benchmarks.md');
const PLOTS = join(root, 'docs/benchmarks');

const INTRODUCTION = `# Benchmarks

\`npm run build && npm run bench -- --write\` measures these again and writes this page; \`--only <section>\` measures one
or, apart by commas, some. What takes longest (scale, images, soak and all that lets something fail) runs only so;
\`npm run faults\` and \`npm run bench:kills\` are short for it. The load generator, the api and the embedded Postgres
(which syncs every write to disk) share the machine. What is compared is measured in one run, in turns; of what is
repeated the median is told, and between what the repeats lay. The run fails when a figure is beyond the limit that
stands beside its goal.

| section | what is compared with what | needs |
| --- | --- | --- |
| tasks | the list of tasks with bare Hono + postgres.js, guarded by row-level security and not | |
| agent | a turn of five steps with a plain AI SDK agent that keeps nothing | |
| web | the page at the root with a plain Next page (\`bench/plain-page\`, built for it) | |
| images | both images with their base alone | Docker |
| chats, events, scale | 1 to 500 chats, 10 to 1,000 event streams, 100 to 1,000,000 tasks: each with its fewest | minutes |
| soak | the second half of the time with the first | \`--minutes 20\` |
| chat, streams, starts, cost | goals: nothing else does the same | |
| kills, faults, full-disk, silent-model | every acknowledged change with what the database holds | minutes; git, for the earlier version that answers beside this one in \`faults\`; Linux for \`full-disk\` |
`;

/** The figures as a Markdown table. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, spread } = figure;
    const between = spread ? `${readable(spread[0])} to ${readable(spread[1])}` : '';
    return `| ${name} | ${readable(value)}${unit && ` ${unit}`} | ${between} | ${wanted(figure)} |`;
  });
  return ['| what | measured | spread | goal |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function wanted({ goal, least, most }: Figure): string {
  const limit = least === undefined ? most : least;
  const fails =
    limit === undefined ? [] : [`fails ${least === undefined ? 'above' : 'below'} ${readable(limit)}`];
  return [...(goal ? [goal] : []), ...fails].join('; ');
}

/** What one suite has measured. */
export interface Section {
  figures: readonly Figure[];
  plots: readonly Plot[];
}

/** Writes these sections and their plots, and keeps the others; `order` is the order of all that there can be. */
export async function writePage(
  measured: ReadonlyMap<string, Section>,
  order: readonly string[],
): Promise<void> {
  const sections = sectionsOf(await readFile(FILE, 'utf8').catch(() => ''));
  for (const [name, { figures, plots }] of measured) {
    const pictures = plots.map((plot) => `\n![${plot.title}](benchmarks/${plot.name}.svg)\n`);
    sections.set(name, `${machine()}\n\n${asTable(figures)}${pictures.join('')}`);
    await mkdir(PLOTS, { recursive: true });
    for (const plot of plots) await writeFile(join(PLOTS, `${plot.name}.svg`), asSvg(plot));
  }
  const shown = order.flatMap((name) => {
    const text = sections.get(name);
    return text === undefined ? [] : [`## ${name}\n\n${text}`];
  });
  await writeFile(FILE, [INTRODUCTION, ...shown].join('\n'));
}

function sectionsOf(page: string): Map<string, string> {
  return new Map(
    page
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [name = '', ...lines] = section.split('\n');
        return [name, `${lines.join('\n').trim()}\n`] as const;
      }),
  );
}

function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GiB, Node ${process.versions.node}.`;
}
