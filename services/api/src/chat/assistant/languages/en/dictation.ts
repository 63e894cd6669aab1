/** What is spoken into a phone: marks said as words, and one task after the other without any. @module */

const command = `(?:add|remind|delete|remove|mark|complete|show|move|change|new task|next task|and|also|then|next|what|tag|rename|set)`;

type Step = readonly [pattern: RegExp, replacement: string];

const steps: readonly Step[] = [
  [/\s+question mark(?=\s|$)/gi, '?'],
  [/\s+exclamation (?:mark|point)(?=\s|$)/gi, '!'],
  [new RegExp(`(?<=\\S)\\s+(?:period|full stop)(?=\\s*$|\\s+${command}\\b)`, 'gi'), '.'],
  [/\s+(?:new line|newline|next line)\s+(?=\S)/gi, '\n'],
  [
    /(?:^|\s)(?:open )?quote\s+(\S(?:.{0,80}?\S)?)\s+(?:unquote|end quote|close quote|end of quote)(?=\s|$)/gi,
    ' $1',
  ],
];
/** "New task email Ann new task water plants". */
const repeated = /\s+(?:and )?(?=(?:new|next|another) (?:task|to-?do|reminder|item)\b)/gi;
const announced = /^\W*(?:(?:add|create|make|a|an) )*(?:new |another )?(?:task|to-?do|reminder|item)\b/i;

/** The text with its marks written. */
export function withMarksWritten(text: string): string {
  if (text.length > 600) return text;
  const written = steps.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
  return announced.test(written) ? written.replace(repeated, '. ') : written;
}
