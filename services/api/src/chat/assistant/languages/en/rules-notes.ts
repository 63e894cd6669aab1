/** Notes of tasks. @module */
import type { Rule } from '../../language.ts';
import { its, noting, set } from './updating.ts';
import { exactTask } from './vocabulary.ts';

const note = `(?:notes?|descriptions?|comments?|details?|desc)`;

export const noteRules: readonly Rule[] = [
  {
    name: 'its-note',
    pattern: new RegExp(`^(?:set|change|update|edit)${its} ${note} to (?<value>.+)$`, 'is'),
    read: ({ value }, reader) => noting({ value }, reader),
  },
  {
    name: 'to-note',
    pattern: new RegExp(
      `^(?:add|append|write|put) (?<value>.+?) (?:to|in|into|on|as)(?: the| a)? ${note} (?:of|for|on|to) (?<ref>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    // "Put eggs and flour in the notes": of the task spoken of.
    name: 'in-its-note',
    pattern: new RegExp(
      `^(?:put|write|add|append|note|jot down|mention|include) (?<value>\\S.*?) (?:to|in|into|under|as)(?: the| its| a)? ${note}$`,
      'is',
    ),
    read: (groups, reader) => {
      if (/\b(?:and|then|,) (?:put|write|add|make|mark|delete|move|set|tag)\b/i.test(groups.value ?? ''))
        return undefined;
      const request = noting(groups, reader);
      return request?.kind === 'update' ? { ...request, entire: true } : request;
    },
  },
  {
    name: 'to-its-note',
    pattern: new RegExp(
      `^(?:add|append|write|put) (?<value>.+?) (?:to|in|into) (?<ref>.+?)(?:'s|s')? ${note}$`,
      'is',
    ),
    read: noting,
  },
  {
    // "For parents evening, note that we need the reading diary"
    name: 'for-it-note-that',
    pattern:
      /^(?:for|on|about|regarding|re|in|to) (?<ref>\S[^,:;]*?)\s*[,:–—-]\s*(?:please |can you )?(?:note|mention|write|jot|remember|say|put|add)(?: down)? (?:that |in )(?<value>\S.*)$/is,
    read: (groups, reader) => (reader.due(groups.ref) ? undefined : noting(groups, reader)),
  },
  {
    name: 'no-note',
    pattern: new RegExp(
      `^(?:remove|clear|delete|drop|erase)(?: the| any| all)? ${note} (?:from|of|on|for) (?<ref>.+)$`,
      'i',
    ),
    read: set({ description: '' }),
  },
  {
    name: 'note-to',
    pattern: new RegExp(
      `^(?:add|put|attach|leave|write|make)(?: a| the| this| another)?(?: new)? ${note} (?:to|on|for) (?<ref>.+?)(?:\\s*[:–—-]\\s*|,? (?:saying|that says|which says|to say|that|with|reading)[: ]+)(?<value>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    // "Put in the notes of the plumber visit that the gate code is 4412"
    name: 'in-note-of',
    pattern: new RegExp(
      `^(?:put|write|add|mention|say|include|note|leave|record|jot down)(?: down)? (?:in|on|to|into|under)(?: the)? ${note} (?:of|for|on|to) (?<ref>.+?)(?:\\s*[:–—]\\s*|\\s+-\\s+|,? (?:that|saying|to say|which says)[: ]+)(?<value>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    // "Note that the gate code is 4412 on the plumber task"
    name: 'mention-on',
    pattern:
      /^(?:mention|note|write|add|remember|record|put)(?: down)? (?:that )?(?<value>\S.*?) (?:on|in|under|to) (?<ref>(?:task |number |#)+\d+|(?:the |my )\S.*? task)$/is,
    read: ({ ref, value }, reader) =>
      reader.due(value) ||
      reader.priority(value) ||
      /^(?:#|(?:the |an? )?(?:tags?|labels?|due|deadline)\b)|\b(?:tags?|labels?)$/i.test(value ?? '')
        ? undefined
        : noting({ ref, value }, reader),
  },
  {
    name: 'set-note',
    pattern: new RegExp(
      `^(?:change|set|update|make|edit|replace)(?: the)? ${note} (?:of|for|on) (?<ref>.+?)(?: to| as| with|:)\\s+(?<value>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    name: 'set-its-note',
    pattern: new RegExp(
      `^(?:change|set|update|edit) (?<ref>.+?)(?:'s|s')? ${note} (?:to|as)\\s+(?<value>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    name: 'note-on',
    pattern: new RegExp(
      `^${note} (?:for|on|to|of) (?!self\\b|myself\\b)(?<ref>${exactTask}|[^:]+?)(?:\\s*[:–—]\\s*|\\s+-\\s+)(?<value>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    name: 'to-task',
    pattern:
      /^(?:add|append|attach) (?<value>(?!#|(?:the |an? )?(?:tags?|labels?)\b)(?!.* (?:tags?|labels?) to\b).+?) to (?<ref>(?:task |number |#)+\d+|(?:the |my )\S.*? task)$/is,
    read: ({ ref, value }, reader) =>
      reader.due(value) || reader.priority(value) ? undefined : noting({ ref, value }, reader),
  },
  {
    // "The description on 2 should be …"
    name: 'note-should-be',
    pattern: new RegExp(
      `^(?:the |my )?(?:${note} (?:of|for|on|in|at) (?<ref>\\S.*?)|(?<own>(?!the |my )\\S.*?)(?:'s|s') ${note}) (?:should|must|ought to|needs to|has to)(?: now| really| actually)* (?:be|say|read)(?: that|:)?\\s+(?<value>.+)$`,
      'is',
    ),
    read: ({ ref, own, value }, reader) => noting({ ref: ref ?? own, value }, reader),
  },
  {
    // "Add to the plumber task that the boiler is in the loft"
    name: 'to-task-that',
    pattern: new RegExp(
      `^(?:add|append|note|write|mention|put|say|record)(?: down)? (?:to|on|in|under|for|against) (?<ref>${exactTask}|(?:the |my )?(?!.*\\blists?\\b)\\S[^:]*? (?:task|one|item|reminder|to-?do))(?:,? (?:that|saying)|:) (?<value>.+)$`,
      'is',
    ),
    read: noting,
  },
  {
    name: 'describe',
    pattern: /^describe (?<ref>.+?) as\s+(?<value>.+)$/is,
    read: noting,
  },
  {
    // After a task was spoken of, a note is that task's; else it is something to remember.
    name: 'note-here',
    pattern: new RegExp(
      `^(?:add|with)(?: a| this)? ${note}\\s*(?::|saying|that says|–|-)\\s*(?<value>.+)$`,
      'is',
    ),
    read: ({ value }, reader) => {
      const draft = reader.draft(value);
      return {
        kind: 'update',
        reference: { by: 'mention', many: false },
        changes: { description: reader.text(value) },
        ...(draft ? { orElse: { kind: 'add', drafts: [draft] } } : {}),
      };
    },
  },
  {
    name: 'no-note-of-it',
    pattern: new RegExp(`^(?:remove|clear|delete|drop)${its} ${note}$`, 'i'),
    read: (_groups, reader) => set({ description: '' })({}, reader),
  },
];
