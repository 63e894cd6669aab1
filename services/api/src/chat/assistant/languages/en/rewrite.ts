/** Rewrites parts of a text and remembers where everything stood. @module */

export interface Rewritten {
  text: string;
  /** Where in the first text a place of the new one was; inside a rewritten part that part's beginning, or its end. */
  before(index: number): number;
  after(index: number): number;
}

/** A pattern and what takes its place; undefined leaves the words as they are. */
export type Step = readonly [
  pattern: RegExp,
  replacement: (groups: readonly (string | undefined)[]) => string | undefined,
];

interface Change {
  from: number;
  to: number;
  text: string;
}

/** Every match of a pattern is replaced, unless an earlier pattern has taken the place. Patterns must be global. */
export function rewrite(text: string, steps: readonly Step[]): Rewritten {
  const changes: Change[] = [];
  for (const [pattern, replacement] of steps) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (changes.some((change) => from < change.to && to > change.from)) continue;
      changes.push({ from, to, text: replacement([...match]) ?? match[0] });
    }
  }
  changes.sort((left, right) => left.from - right.from);

  const place = (index: number, edge: 'from' | 'to'): number => {
    let shift = 0;
    for (const change of changes) {
      const start = change.from + shift;
      const end = start + change.text.length;
      if (edge === 'from' ? index < start : index <= start) break;
      if (edge === 'from' ? index < end : index <= end) return change[edge];
      shift += change.text.length - (change.to - change.from);
    }
    return index - shift;
  };

  let rewritten = '';
  let last = 0;
  for (const change of changes) {
    rewritten += text.slice(last, change.from) + change.text;
    last = change.to;
  }
  return {
    text: rewritten + text.slice(last),
    before: (index) => place(index, 'from'),
    after: (index) => place(index, 'to'),
  };
}
