/**
 * Other days with everyday verbs: "leave the report for tomorrow", "give the essay until friday", "the dishes I'll do
 * tomorrow". The same words may be something to do, so they only move a task that is there.
 *
 * @module
 */

import type { Rule } from '../../language.ts';
import type { Request } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { statement } from './vocabulary.ts';

/** Moves the task that is named, or adds the words as a new one where none is. */
function movedOrNew(ref: string, when: string, whole: string, reader: ClauseReader): Request | undefined {
  const due = reader.due(when);
  const reference = reader.reference(ref);
  if (!due || !reference) return undefined;
  const draft = reference.by === 'words' ? reader.draft(whole) : undefined;
  return {
    kind: 'update',
    reference,
    changes: due,
    ...(draft ? { orElse: { kind: 'add', drafts: [draft], unasked: true } } : {}),
  };
}

export const puttingRules: readonly Rule[] = [
  {
    name: 'leave-until',
    pattern:
      /^(?<verb>leave|keep|save|hold|park|put|give|let|carry|roll)(?: off| over)? (?<ref>(?!me\b|us\b|down\b|in\b|up\b|out\b|away\b|aside\b|together\b)\S.*?)(?: over| back)?(?<lead> (?:for|until|till|to|on|by|off (?:until|till|to)|over to))+ (?<when>\S.*)$/i,
    read: ({ verb = '', ref = '', lead = '', when = '' }, reader) =>
      // "Put the dentist in for friday" and "put milk on my list for friday" add.
      / (?:in|down|there|on (?:my|the|our) .*(?:list|calendar|diary))$/i.test(ref)
        ? undefined
        : movedOrNew(ref, when, `${verb} ${ref}${lead} ${when}`, reader),
  },
  {
    // "Do the first two tomorrow"
    name: 'do-places',
    pattern:
      /^(?:do|put|schedule|set|plan|have|get) (?<ref>the (?:first|last|second|third|fourth|fifth|\d(?:st|nd|rd|th))(?: two| three| four)?(?: ones?| tasks?| items?)?)(?: for| on| to| by| at)? (?<when>\S.*)$/i,
    read: ({ ref, when }, reader) => {
      const [due, reference] = [reader.due(when), reader.reference(ref)];
      return due && reference?.by === 'position' ? { kind: 'update', reference, changes: due } : undefined;
    },
  },
  {
    // "Haircut saturday not friday"
    name: 'that-day-not-this',
    pattern: new RegExp(
      `^(?<rest>${statement}[^,;]+?),? (?:and )?(?:not|instead of|rather than) (?<old>[^,;]+)$`,
      'i',
    ),
    read: ({ rest = '', old }, reader) => {
      const dated = reader.due(old) && reader.dated(rest);
      const reference = dated && reader.reference(dated.rest);
      return reference && { kind: 'update', reference, changes: dated.due };
    },
  },
  {
    // "Can the report wait until monday", "the report can go to monday"
    name: 'can-go-to',
    pattern: new RegExp(
      `^(?:(?:can|could|should|may) (?<asked>(?:the|my|our|task|number|#)\\b.*?)|(?<told>${statement}(?!i\\b|we\\b|you\\b)\\S.*?) (?:can|could|should|may|might|will have to|has to|must)) (?:wait|go|move|slip|slide|be (?:moved|pushed|left|done|postponed))(?: until| till| to| for| on| back to)+ (?<when>\\S.*)$`,
      'i',
    ),
    read: ({ asked, told, when = '' }, reader) =>
      movedOrNew(asked ?? told ?? '', when, `${asked ?? told} ${when}`, reader),
  },
  {
    // "Remind me again tomorrow about the rent"
    name: 'again-about',
    pattern: /^remind me again (?<when>\S.*?) (?:about|to|of) (?<ref>\S.*)$/i,
    read: ({ when = '', ref = '' }, reader) => {
      const request = movedOrNew(ref, when, ref, reader);
      const due = reader.due(when);
      if (request?.kind !== 'update' || request.orElse?.kind !== 'add' || !due) return request;
      const { clock: _only, ...fields } = due;
      const drafts = request.orElse.drafts.map((draft) => ({ ...draft, ...fields }));
      return { ...request, orElse: { kind: 'add', drafts } };
    },
  },
  {
    // "I can do the car on saturday", "we'll get to the taxes next week"
    name: 'will-do-then',
    pattern:
      /^(?:i|we)(?:'ll| will| can| could| might| may|'m going to| am going to|'d rather| would rather|'m gonna)(?: only| just| probably| maybe| have to)* (?:do|get to|get round to|handle|tackle|deal with|sort out|finish) (?<rest>(?!it\b|that\b|this\b|them\b)\S.*)$/i,
    read: ({ rest = '' }, reader) => {
      const dated = reader.dated(rest);
      if (!dated || !rest.startsWith(dated.rest)) return undefined;
      return movedOrNew(dated.rest, rest.slice(dated.rest.length), `do ${rest}`, reader);
    },
  },
  {
    // "The dishes I'll do tomorrow", "laundry we can do on sunday"
    name: 'thing-will-do',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!i\\b|we\\b|you\\b|what|anything|something|and\\b|but\\b)[^,;:.?]{2,50}?),? (?:i|we)(?:'ll| will| can| could| might|'m going to| am going to|'m gonna|'d rather| would rather)(?: only| just| probably)* (?<verb>do|finish|handle|tackle|get to|deal with|sort out|sort|get done|get)(?: it| them| that)?(?<when> \\S.*)$`,
      'i',
    ),
    read: ({ ref = '', verb = '', when = '' }, reader) =>
      movedOrNew(
        ref,
        when,
        /^(?:do|get done)$/i.test(verb) ? `${ref}${when}` : `${verb} ${ref}${when}`,
        reader,
      ),
  },
];
