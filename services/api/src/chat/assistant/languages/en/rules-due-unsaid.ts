/** Another day for a task, without the day: "reschedule the report", "change the date of milk". It is asked for. @module */
import type { Rule } from '../../language.ts';

/** Words with which more is said than which task it is. */
const further = `(?:to|into|in|by|for|from|under|with|on|until|till|before|after|and|then|up|down|above|below|over|out|back|forward)`;
const one = `(?<ref>(?!(?:.* )?${further}(?: |$))\\S[^,;:]*?)`;
const dueDate = `(?:due[ -]?(?:date|day|time)|deadline|date|day)`;

const unsaid: Rule['read'] = ({ all, ref }, reader) => {
  const reference = reader.reference(ref);
  if (!reference || reference.by === 'filter' || ('many' in reference && reference.many)) return undefined;
  const draft = reference.by === 'words' ? reader.draft(all) : undefined;
  // "Move the piano" is something to do where no task is called that.
  const orElse = draft && { kind: 'add' as const, drafts: [draft], unasked: true };
  return { kind: 'due-unnamed', reference, ...(orElse ? { orElse } : {}) };
};

export const unsaidDueRules: readonly Rule[] = [
  {
    name: 'reschedule-what',
    pattern: new RegExp(
      `^(?<all>(?:(?:reschedule|postpone|snooze|defer|push back|put off)|(?:move|shift|delay)(?= (?:the|my|it|this|that|task|number|#)\\b)) ${one})$`,
      'i',
    ),
    read: unsaid,
  },
  {
    name: 'date-of-what',
    pattern: new RegExp(
      `^(?<all>(?:set|change|edit|update|add|put|give|pick|choose)(?: (?:an?|the|another|new|different))* ${dueDate} (?:for|of|on|to) ${one})$`,
      'i',
    ),
    read: unsaid,
  },
  {
    name: 'its-date',
    pattern: new RegExp(`^(?<all>(?:set|change|edit|update) ${one}(?:'s|’s) ${dueDate})$`, 'i'),
    read: unsaid,
  },
];
