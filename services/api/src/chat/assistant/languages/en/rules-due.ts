/** Due dates of tasks. @module */
import type { Rule } from '../../language.ts';
import type { Changes } from '../../requests.ts';
import { shiftingRules } from './rules-shifting.ts';
import { its, rescheduling, set } from './updating.ts';
import { exactTask, put, statement } from './vocabulary.ts';

const noDue: Changes = { due_date: null, due_at: null };
const date = `(?:due date|due day|deadline|due time|date|time|day|reminder)`;

const rescheduledOrListed: Rule['read'] = ({ when: said, due }, reader) => {
  const when = said ?? due;
  const request = rescheduling({ when }, reader);
  if (request?.kind !== 'update') return undefined;
  return { ...request, orElse: { kind: 'list', filter: reader.filter(when), count: false } };
};

/** "Rent is due on the 1st" dates a task, or is a new one. */
const dueOrNew: Rule['read'] = ({ ref, when }, reader) => {
  const request = rescheduling({ ref, when }, reader);
  const draft = reader.draft(ref);
  const due = reader.due(when);
  if (request?.kind !== 'update' || request.reference.by !== 'words' || !draft || !due) return request;
  const { clock: _only, ...fields } = due;
  return { ...request, orElse: { kind: 'add', drafts: [{ ...draft, ...fields }], unasked: true } };
};

export const dueRules: readonly Rule[] = [
  {
    name: 'it-is-due',
    pattern:
      /^(?:it|that|this)(?:'?s| is| has to be| needs to be| should be)(?: (?:due|actually|now|done|for|on|by|at))* (?<when>.+)$/i,
    read: ({ when }, reader) => rescheduling({ when }, reader),
  },
  {
    // "Mom's birthday is december 12"
    name: 'occasion-is',
    pattern:
      /^(?<ref>\S+(?: \S+)?(?:'s|’s) (?:\w+ )?(?:birthday|bday|anniversary|wedding|graduation|exam|party|appointment|recital|match|flight)) (?:is|are|falls)(?: on| at)? (?<when>\S.*)$/i,
    read: dueOrNew,
  },
  {
    // "Reschedule to Friday": the task spoken of.
    name: 'move-to',
    pattern:
      /^(?:reschedule|postpone|push(?: back)?|move|shift|bump|delay|defer) (?:to|until|till|for) (?<when>\S.*)$/i,
    read: ({ when }, reader) => rescheduling({ when }, reader),
  },
  {
    // "I can't make it to the dentist, reschedule to Thursday"
    name: 'cannot-make-it',
    pattern:
      /^(?:sorry,? )?(?:i|we) (?:can't|cant|can’t|cannot|can not|won't|won’t)(?: be able to)? (?:make it to|make|get to|go to|come to|attend|do) (?<ref>[^,;.]+?)(?: (?:today|tomorrow|tonight|this week|anymore))?\s*(?:[,;.–—-]|,? so|,? but)+ (?:so |can you |could you |please |let's |lets |just )*(?:reschedule|move|push|postpone|shift|change|bump)(?: it| that| this)?(?: back)? (?:to|until|till|for) (?<when>\S.*)$/i,
    read: rescheduling,
  },
  {
    // After a task was spoken of, a day is that task's.
    name: 'bare-due',
    raw: true,
    pattern:
      /^(?:(?:actually|rather|by|at|on|to|before|until|till|make it|let's say|for)[\s,]+(?<when>(?!.*\b(?:hours?|minutes?|mins?|days?|weeks?) (?:earlier|later|sooner|forward|back)\b)[^?]+?)|due[\s,]+(?<due>(?!(?:today|tomorrow|tonight|this|next)\b)[^?]+?))[.!]*$/i,
    read: rescheduledOrListed,
  },
  {
    name: 'due-actually',
    raw: true,
    pattern: /^(?<when>[^?]+?),? (?:actually|rather|instead)[.!]*$|^actually,? (?<other>[^?]+)$/i,
    read: ({ when, other }, reader) => rescheduling({ when: when ?? other }, reader),
  },
  {
    name: 'number-to',
    pattern: /^(?<ref>(?:task |number |#)?\d+)(?: is due)? (?:to|on|for|by) (?<when>.+)$/i,
    read: rescheduling,
  },
  {
    name: 'its-due-date',
    pattern: new RegExp(
      `^(?:set|change|make|update|move|push|add)${its}(?: a| an)? ${date} (?:to|as|for|on|of|:)? ?(?<when>.+)$`,
      'i',
    ),
    read: ({ when }, reader) => rescheduling({ when }, reader),
  },
  {
    name: 'no-due',
    pattern: new RegExp(
      `^(?:(?:(?:remove|clear|delete|drop|cancel|unset|take)(?: the| any)?|no) ${date} (?:from|of|for|on|off)|unschedule) (?<ref>.+)$`,
      'i',
    ),
    read: set(noDue),
  },
  {
    name: 'no-due-number',
    pattern: new RegExp(
      `^(?:remove|clear|delete|drop|cancel|unset)(?: the| any)? ${date} (?<ref>(?:task |number |#)*\\d+)$`,
      'i',
    ),
    read: set(noDue),
  },
  {
    name: 'its-no-due',
    pattern: new RegExp(`^(?:remove|clear|delete|drop|unset) (?<ref>.+?)(?:'s|s') ${date}$`, 'i'),
    read: set(noDue),
  },
  {
    name: 'has-no-due',
    pattern: new RegExp(
      `^(?<ref>.+?) (?:has no|doesn't have an?|does not have an?|needs no|doesn't need an?|no longer has an?|no longer needs an?) ${date}(?: any ?more)?$`,
      'i',
    ),
    read: set(noDue),
  },
  {
    name: 'due-of',
    pattern: new RegExp(
      `^(?:set|change|move|make|update|push|add)(?: the| an?)? ${date} (?:of|for|on) (?<ref>.+?)(?: to| as| for| on|:| ?(?:->|=>|→)) ?(?<when>.+)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    name: 'due-for',
    pattern: new RegExp(
      `^(?:set|add|put|give)(?: an?| the)? ${date} (?:of|on|at) (?<when>.+?) (?:for|on|to) (?<ref>.+)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    name: 'due-is',
    pattern: new RegExp(
      `^(?:the )?${date} (?:of|for|on) (?<ref>.+?)(?: is| should be|:| =)(?: now)? (?<when>.+)$`,
      'i',
    ),
    read: dueOrNew,
  },
  {
    name: 'its-due',
    pattern: new RegExp(
      `^(?:set|change|move|make|update|push) (?<ref>.+?)(?:'s|s')? ${date} (?:to|as|for|on) (?<when>.+)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    name: 'give-due',
    pattern: new RegExp(`^(?:give|add) (?<ref>.+?) an? ${date} (?:of|for|on|at) (?<when>.+)$`, 'i'),
    read: rescheduling,
  },
  {
    name: 'make-due',
    pattern: /^(?:make|set|mark) (?<ref>.+?) (?:to be |as )?due (?<when>.+)$/i,
    read: rescheduling,
  },
  {
    name: 'is-due',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!anything).+?)(?: is|'s| are)(?: now| actually)* due(?: back)? (?<when>.+?)(?: now| instead)?$`,
      'i',
    ),
    read: dueOrNew,
  },
  {
    name: 'should-be-by',
    pattern: new RegExp(
      `^(?<ref>${statement}.+?) (?:should be|must be|needs? to be|ha(?:s|ve) to be|(?:is|are) to be)(?: done| finished| completed| ready)? (?<when>(?:by|on|before|at|due) .+|today|tomorrow.*)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    // "The second one on friday": of what was just shown or added.
    name: 'place-due',
    pattern:
      /^(?<ref>(?:(?:the|task|number) )?(?:first|second|third|fourth|fifth|last|other|latter|former|\d{1,2}(?:st|nd|rd|th)) (?:one|task)),? (?:(?:is|should be|goes|can be|has to be|must be|needs to be) )?(?:due )?(?<when>(?:on|at|by|for|to|until) .+|today.*|tomorrow.*|tonight|next .+)$/i,
    read: rescheduling,
  },
  ...shiftingRules,
  {
    // "Put nine pm on that one"
    name: 'put-on',
    pattern:
      /^(?:put|set|stick|slap) (?<when>\S+(?: \S+){0,3}?) (?:on|for) (?<ref>it|that|that one|this one|this|(?:task |number |#)+\d+|the \S.* (?:one|task))$/i,
    read: (groups, reader) => (reader.due(groups.when) ? rescheduling(groups, reader) : undefined),
  },
  {
    name: 'can-wait',
    pattern: new RegExp(`^(?<ref>${statement}.+?) can wait (?:until|till|to|for) (?<when>.+)$`, 'i'),
    read: rescheduling,
  },
  {
    name: 'due-bare',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!(?:put|stick|pop|chuck|throw|write)\\b.* (?:on|to|in|down)\\b|anything|everything|whats?\\b|all\\b|tasks?\\b|things?\\b|stuff|due|task:|todo:|new\\b|urgent|note)[^:]+?),? due(?: on| by| at)? (?<when>.+)$`,
      'i',
    ),
    read: (groups, reader) => {
      const ref = reader.draft(groups.ref);
      // With more about it than a day, it is a new task.
      return ref &&
        !/\b(?:tasks|to-?dos|ones|stuff|things)$/i.test(groups.ref ?? '') &&
        !ref.priority &&
        !ref.tags &&
        !ref.description
        ? dueOrNew(groups, reader)
        : undefined;
    },
  },
  {
    name: 'instead-of',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?)(?: is)?(?: at| on| for| due)+ (?<when>\\S.*?),? (?:not|instead of|rather than) (?:at |on |for )?(?<old>\\S.*)$`,
      'i',
    ),
    read: (groups, reader) => rescheduling(groups, reader),
  },
  {
    // "Make call mom 7 instead of 6"
    name: 'make-instead-of',
    pattern:
      /^(?:make|set|put|do|change|move|have) (?<ref>\S.*?)(?: to| at| on| for)? (?<when>\S+(?: [ap]m)?(?: (?:today|tonight|tomorrow|on \w+day))?),? (?:instead of|not|rather than) (?:at |on |for )?(?<old>\S+(?: [ap]m)?)$/i,
    read: (groups, reader) => rescheduling(groups, reader),
  },
  {
    name: 'has-moved',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?)(?: is| got| has been| was| has)?(?: now| moved| rescheduled| changed| pushed(?: back)?| postponed| delayed| shifted)+(?: to| until| till| at| on| for| due)* (?<when>\\S.*)$`,
      'i',
    ),
    read: dueOrNew,
  },
  {
    name: 'make-dated-words',
    pattern:
      /^(?<verb>make|set(?:(?: the| an?)? (?:due date|due day|deadline|date) (?:for|of|on))?) (?<rest>(?!it\b|that\b|a\b|an\b|sure\b|up\b|.*\b(?:alarm|reminder)\b).+)$/i,
    read: ({ verb, rest }, reader) => {
      const found = reader.dated(rest);
      const reference = found && reader.reference(found.rest);
      if (!reference) return undefined;
      const draft = verb === 'make' ? reader.draft(`make ${rest}`) : undefined;
      // "Make lasagne on friday" is something to do.
      const orElse = draft && { kind: 'add' as const, drafts: [draft], unasked: true };
      return { kind: 'update', reference, changes: found.due, ...(orElse ? { orElse } : {}) };
    },
  },
  {
    name: 'is-now',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?)(?: is| got| has been| was|'s)(?: now| been)*(?: moved| rescheduled| changed| pushed(?: back)?| postponed| delayed)?(?: to| at| on| until| for)? (?<when>\\S.*?)(?: now| instead)?$`,
      'i',
    ),
    read: dueOrNew,
  },
  {
    // "Reschedule all my tasks for today to saturday": the last "to" leads to the date.
    name: 'move-far',
    pattern: new RegExp(
      `^${put}(?: back| forward)? (?<ref>.+?)(?: back| forward| out| up)? (?:to|until|till) (?<when>(?!\\d{1,2}$)(?:(?! (?:to|until|till) ).)+)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    name: 'move',
    pattern: new RegExp(
      `^${put}(?: back| forward)? (?<ref>.+?)(?: back| forward| out)? (?:to|until|till|for|by|on) (?<when>.+)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    name: 'move-dated',
    pattern:
      /^(?:move|prepone|postpone|reschedule|push|delay|shift|snooze|defer|bump)(?: back)? (?<rest>.+)$/i,
    read: ({ rest }, reader) => {
      const dated = reader.dated(rest);
      const reference = dated && reader.reference(dated.rest);
      return reference && { kind: 'update', reference, changes: dated.due };
    },
  },
  {
    name: 'do-later',
    pattern:
      /^(?:i'll|i will|let me|let's|we'll)? ?(?:do |handle |tackle |get to |move )?(?<rest>[^\s,;][^,;]+?) instead$/i,
    read: ({ rest }, reader) => {
      const dated = reader.dated(rest);
      const reference = dated && reader.reference(dated.rest);
      return reference && { kind: 'update', reference, changes: dated.due };
    },
  },
  {
    name: 'make-dated',
    pattern: new RegExp(
      `^(?:make|set|do|schedule|put|change) (?<ref>${exactTask})(?: for| to| on| at| by)? (?<when>.+)$`,
      'i',
    ),
    read: rescheduling,
  },
  {
    name: 'no-due-of-it',
    pattern: new RegExp(
      `^(?:remove|clear|delete|drop|unset|get rid of|take|lose|scrap)(?: off)?${its} ${date}(?: off| away| out)?$`,
      'i',
    ),
    read: (_groups, reader) => set(noDue)({}, reader),
  },
];
