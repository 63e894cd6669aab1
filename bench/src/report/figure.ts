import { median } from './statistics.ts';

/** One measured number. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The lowest and the highest of the repeats of which `value` is the median. */
  spread?: readonly [number, number];
  /** What it is meant to be, in words. */
  goal?: string;
  /** Below this the run fails. */
  least?: number;
  /** Above this the run fails. */
  most?: number;
}

/** A line for each series over a common axis, written beside docs/benchmarks.md. */
export interface Plot {
  /** The name of its file, without an ending. */
  name: string;
  title: string;
  /** What differs from point to point; `logarithmic` where each is a multiple of the one before. */
  x: { label: string; logarithmic?: boolean };
  /** What was measured, with its unit. */
  y: { label: string; logarithmic?: boolean };
  series: { name: string; points: Point[] }[];
}

export interface Point {
  x: number;
  y: number;
  /** The lowest and the highest of the repeats. */
  spread?: readonly [number, number];
}

/** What a run was asked for. */
export interface Options {
  /** As short as still says something. */
  sample: boolean;
  /** Of what goes on for long. */
  minutes: number;
}

/** What a suite has measured. */
export type Measured = readonly Figure[] | { figures: readonly Figure[]; plots: readonly Plot[] };

/** The median of repeats, and between what they lay. */
export function repeated(numbers: number[]): Required<Pick<Figure, 'value' | 'spread'>> {
  return { value: median(numbers), spread: [Math.min(...numbers), Math.max(...numbers)] };
}

/** A sentence for each figure that is beyond what fails the run. */
export function failuresOf(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ name, value, unit, least, most }) => {
    const told = `${name}: ${readable(value)} ${unit}`.trimEnd();
    if (least !== undefined && !(value >= least)) return [`${told}, less than ${readable(least)}`];
    if (most !== undefined && !(value <= most)) return [`${told}, more than ${readable(most)}`];
    return [];
  });
}

/** With as many digits as say something. */
export function readable(value: number): string {
  return value.toFixed(Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : 0);
}
