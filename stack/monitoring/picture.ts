/**
 * Draws the dashboard's panels from what a Prometheus knows, for docs/monitoring.md:
 *
 * ```sh
 * npm run dashboard:picture -w @todo-chatbot/stack -- --prometheus http://localhost:9090 --from 1763737200 --to 1763737500
 * ```
 *
 * @module
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Panel, rows } from './panels.ts';

const { values: options } = parseArgs({
  options: {
    prometheus: { type: 'string', default: 'http://localhost:9090' },
    namespace: { type: 'string', default: 'todo-chatbot' },
    /** Seconds since 1970. */
    from: { type: 'string', default: String(Math.floor(Date.now() / 1000) - 300) },
    to: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/images/dashboard.svg') },
  },
});
const from = Number(options.from);
const to = Number(options.to);
const step = Math.max(1, Math.round((to - from) / 60));

interface Series {
  legend: string;
  points: [time: number, value: number][];
}

async function ask(expr: string, legend: string): Promise<Series[]> {
  const query = expr.replaceAll('$__rate_interval', '30s').replaceAll('$namespace', options.namespace);
  const url = new URL('/api/v1/query_range', options.prometheus);
  url.search = String(
    new URLSearchParams({ query, start: String(from), end: String(to), step: String(step) }),
  );
  const body = (await (await fetch(url)).json()) as {
    error?: string;
    data: { result: { metric: Record<string, string>; values: [number, string][] }[] };
  };
  if (body.error) throw new Error(`${query}: ${body.error}`);
  return body.data.result.map(({ metric, values }) => ({
    legend: legend.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => metric[name] ?? ''),
    points: values
      .map(([time, value]): [number, number] => [time, Number(value)])
      .filter(([, value]) => Number.isFinite(value)),
  }));
}

const colours = ['#3274d9', '#e0752d', '#299c46', '#8f3bb8', '#c4162a', '#7c8ca3'];

function amount(value: number, unit: Panel['unit']): string {
  const short = (number: number) => String(Number(number.toPrecision(3)));
  switch (unit) {
    case 's':
      return value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`;
    case 'bytes':
      return `${short(value / 2 ** 20)} MiB`;
    case 'percentunit':
      return `${short(value * 100)} %`;
    case 'reqps':
    case 'cps':
      return `${short(value)}/s`;
    case 'short':
      return short(value);
  }
}

const most = ({ points }: Series) => Math.max(0, ...points.map(([, value]) => value));
const shown = 6;
const brief = (text: string) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cell = 40;
const label = (x: number, y: number, text: string, more = '') =>
  `<text x="${x}" y="${y}"${more ? ` ${more}` : ''}>${escaped(text)}</text>`;

function drawStat(panel: Panel, [series]: Series[], width: number): string {
  const last = series?.points.at(-1)?.[1];
  const value = last === undefined ? 'no data' : amount(last, panel.unit);
  return label(width / 2, 72, value, 'text-anchor="middle" font-size="26" fill="#3274d9"');
}

function drawCurves(panel: Panel, series: Series[], width: number, height: number): string {
  const [left, top, right, bottom] = [70, 34, width - 12, height - 62];
  const highest = (Math.max(...series.map(most)) || 1) * 1.1;
  const x = (time: number) => (left + ((time - from) / (to - from)) * (right - left)).toFixed(1);
  const y = (value: number) => (bottom - (value / highest) * (bottom - top)).toFixed(1);
  const lines = [0, 0.5, 1].map(
    (share) =>
      `<path d="M${left} ${y(highest * share)}H${right}" stroke="#e3e6ea"/>${label(left - 6, Number(y(highest * share)) + 4, amount(highest * share, panel.unit), 'text-anchor="end" fill="#6b7280"')}`,
  );
  const curves = series.map(({ points }, index) => {
    const path = points.map(([time, value], at) => `${at === 0 ? 'M' : 'L'}${x(time)} ${y(value)}`).join('');
    return `<path d="${path}" fill="none" stroke="${colours[index % colours.length]}" stroke-width="1.5"/>`;
  });
  const legends = series.map(({ legend }, index) => {
    const [column, row] = [index % 2, Math.floor(index / 2)];
    const at = left - 58 + column * ((width - 20) / 2);
    const down = bottom + 22 + row * 15;
    return `<path d="M${at} ${down - 4}h10" stroke="${colours[index % colours.length]}" stroke-width="3"/>${label(at + 15, down, brief(legend))}`;
  });
  return [...lines, ...curves, ...legends].join('');
}

async function draw(): Promise<string> {
  const parts: string[] = [];
  let y = 0;
  for (const row of rows) {
    parts.push(label(8, y + 22, row.title, 'font-size="14" font-weight="bold"'));
    y += 32;
    let x = 0;
    const height = row.panels[0]?.kind === 'stat' ? 100 : 220;
    for (const panel of row.panels) {
      const width = panel.width * cell;
      const series = (await Promise.all(panel.queries.map(({ expr, legend }) => ask(expr, legend))))
        .flat()
        .sort((a, b) => (panel.queries.length > 1 ? 0 : most(b) - most(a)))
        .slice(0, shown);
      const inner =
        panel.kind === 'stat'
          ? drawStat(panel, series, width - 8)
          : drawCurves(panel, series, width - 8, height - 8);
      parts.push(
        `<g transform="translate(${x + 4} ${y})"><rect width="${width - 8}" height="${height - 8}" rx="3" fill="#fff" stroke="#d5d9df"/>${label(10, 20, panel.title, 'font-weight="bold"')}${inner}</g>`,
      );
      x += width;
    }
    y += height;
  }
  const style = 'font-family="system-ui, sans-serif" font-size="11" fill="#24292f"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${24 * cell} ${y}" ${style}><title>The dashboard of the todo chat</title><rect width="100%" height="100%" fill="#f4f5f7"/>\n${parts.join('\n')}\n</svg>\n`;
}

await writeFile(options.out, await draw());
