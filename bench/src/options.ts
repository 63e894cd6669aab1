/** @module What `npm run bench` is asked to do. */
import { parseArgs } from 'node:util';
import type { Options } from './report/figure.ts';

/** What to measure, and how. */
export interface BenchOptions extends Options {
  /** The suites, in the order asked for. */
  names: string[];
  /** Whether docs/benchmarks.md gets the figures. */
  write: boolean;
}

/** What there is to measure. */
export interface Suites {
  /** Every suite. */
  all: readonly string[];
  /** Those that run only when they are named. */
  onlyByName: ReadonlySet<string>;
}

/** What the command line can say. */
export const usage = ({ all, onlyByName }: Suites) => `npm run bench -- [options]

Measures on this machine, each suite on a Postgres of its own; ends with 1 when a figure is beyond its limit.

  --only NAME,NAME   these suites: ${all.filter((name) => !onlyByName.has(name)).join(', ')};
                     only when they are named: ${[...onlyByName].join(', ')}
  --write            the figures, into docs/benchmarks.md, too
  --sample           as short as still says something
  --minutes N        how long what goes on for long does (20)
`;

/**
 * Reads the command line.
 *
 * @throws Error with one line for what is wrong.
 */
export function readOptions(args: string[], { all, onlyByName }: Suites): BenchOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      write: { type: 'boolean', default: false },
      only: { type: 'string' },
      sample: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const names = values.only?.split(',') ?? all.filter((name) => !onlyByName.has(name));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no suite ${unknown.join(', ')}: choose from ${all.join(', ')}`);
  }
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && minutes <= 1440)) {
    throw new Error(`--minutes must be a number from above 0 to 1440, but is "${values.minutes}"`);
  }
  return { names, write: values.write, sample: values.sample, minutes };
}
