/** @module Plots as SVG, drawn in the colours that the reader's page has. */
import { type Plot, type Point, readable } from './figure.ts';

const [WIDTH, HEIGHT] = [720, 360];
const [LEFT, RIGHT, TOP, BOTTOM] = [70, 20, 44, 76];
/** Told apart by those who see few colours, too. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const STYLE = `text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-size:15px;font-weight:600}
.grid{stroke:#8c959f;stroke-opacity:.3}@media(prefers-color-scheme:dark){text{fill:#d0d7de}}`;

interface Axis {
  ticks: number[];
  /** From 0 to 1. */
  at(value: number): number;
}

/** The plot as an SVG document. */
export function asSvg({ title, x, y, series }: Plot): string {
  const points = series.flatMap((one) => one.points);
  const across = axisOf(
    points.map((point) => point.x),
    x.logarithmic,
  );
  const up = axisOf(
    points.flatMap((point) => [point.y, ...(point.spread ?? [])]),
    y.logarithmic,
  );
  const toX = (value: number) => round(LEFT + across.at(value) * (WIDTH - LEFT - RIGHT));
  const toY = (value: number) => round(HEIGHT - BOTTOM - up.at(value) * (HEIGHT - TOP - BOTTOM));
  const grid = up.ticks.map(
    (tick) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${toY(tick)}" y2="${toY(tick)}"/>` +
      `<text x="${LEFT - 8}" y="${toY(tick) + 4}" text-anchor="end">${spoken(tick)}</text>`,
  );
  const below = across.ticks.map(
    (tick) =>
      `<text x="${toX(tick)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${spoken(tick)}</text>`,
  );
  const lines = series.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const path = points.map((point) => `${toX(point.x)},${toY(point.y)}`).join(' ');
    const marks = points.map(
      (point) =>
        `${spreadOf(point)}<circle cx="${toX(point.x)}" cy="${toY(point.y)}" r="3.5" fill="${colour}">` +
        `<title>${escaped(name)}, ${spoken(point.x)}: ${readable(point.y)}</title></circle>`,
    );
    const [legendX, legendY] = [LEFT + (index % 3) * 220, HEIGHT - 28 + Math.floor(index / 3) * 16];
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join('')}
<circle cx="${legendX}" cy="${legendY - 4}" r="4" fill="${colour}"/><text x="${legendX + 10}" y="${legendY}">${escaped(name)}</text>`;

    function spreadOf({ x, spread }: Point): string {
      if (!spread) return '';
      const [low, high] = [toY(spread[0]), toY(spread[1])];
      return `<line x1="${toX(x)}" x2="${toX(x)}" y1="${low}" y2="${high}" stroke="${colour}" stroke-opacity=".5" stroke-width="5"/>`;
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
<title>${escaped(title)}</title><style>${STYLE}</style>
<text class="title" x="${LEFT}" y="18">${escaped(title)}</text>
<text x="${LEFT}" y="36">${escaped(y.label)}</text>
${grid.join('\n')}
${below.join('\n')}
<text x="${(WIDTH + LEFT - RIGHT) / 2}" y="${HEIGHT - BOTTOM + 36}" text-anchor="middle">${escaped(x.label)}</text>
${lines.join('\n')}
</svg>
`;
}

function axisOf(values: readonly number[], isLogarithmic = false): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (isLogarithmic && low > 0) {
    const [from, to] = [Math.floor(Math.log10(low)), Math.max(1, Math.ceil(Math.log10(high)))];
    const ticks = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
    return { ticks, at: (value) => (Math.log10(value) - from) / (to - from) };
  }
  // Steps of 1, 2 or 5, of which four or more fit; what is measured begins at 0.
  const rough = (high || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([5, 2, 1].find((times) => times * power <= rough) ?? 1) * power;
  const count = Math.max(1, Math.ceil(high / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return { ticks, at: (value) => value / (count * step) };
}

const round = (value: number) => Math.round(value * 10) / 10;

const spoken = (value: number) => Number(value.toPrecision(6)).toLocaleString('en');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
