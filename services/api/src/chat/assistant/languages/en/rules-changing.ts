/** Reopening, completing, deleting and updating. @module */
import type { Rule } from '../../language.ts';

const done = `(?:complete|completed|done|finished|finish|checked|checked off|achieved)`;
const notDone = `(?:not (?:yet )?(?:done|completed?|finished)(?: yet)?|incomplete|uncompleted|pending|undone|open|unfinished|active|to ?do|to be done)`;

const completing =
  (completed: boolean, loose = false): Rule['read'] =>
  ({ ref }, reader) => {
    const reference = reader.reference(ref);
    return reference && { kind: 'complete', reference, completed, ...(loose ? { loose } : {}) };
  };

const updating: Rule['read'] = ({ ref, value }, reader) => {
  const reference = reader.reference(ref);
  const changes = reader.changes(value);
  return reference && changes && { kind: 'update', reference, changes };
};

const rescheduling: Rule['read'] = ({ ref, when }, reader) => {
  const reference = reader.reference(ref);
  const due = reader.due(when);
  return reference && due && { kind: 'update', reference, changes: { ...due } };
};

const tagging =
  (add: boolean): Rule['read'] =>
  ({ ref, tags }, reader) => {
    const reference = reader.reference(ref);
    const names = reader.tags(tags);
    if (!reference || names.length === 0) return undefined;
    return { kind: 'update', reference, changes: add ? { addTags: names } : { removeTags: names } };
  };

export const changingRules: readonly Rule[] = [
  {
    name: 'note',
    pattern:
      /^(?:add|put|attach|write)(?: (?:a|the|another))? (?:note|description|details?|comment)s? (?:to|on|for) (?<ref>.+?)(?:\s*[:,]\s*|\s+(?:saying|that says|that)\s+)(?<value>.+)$/i,
    read: ({ ref, value }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'update', reference, changes: { description: reader.text(value) } };
    },
  },
  {
    name: 'description',
    pattern:
      /^(?:change|update|set|edit|make)(?: the)? (?:description|notes?|details?) (?:of|for|on) (?<ref>.+?) (?:to|as)\s+(?<value>.+)$/i,
    read: ({ ref, value }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'update', reference, changes: { description: reader.text(value) } };
    },
  },
  {
    name: 'description-of',
    pattern: /^(?:change|update|set|edit) (?<ref>.+?)(?:'s)? description (?:to|as)\s+(?<value>.+)$/i,
    read: ({ ref, value }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'update', reference, changes: { description: reader.text(value) } };
    },
  },
  {
    name: 'no-due',
    pattern:
      /^(?:remove|clear|delete|drop|cancel)(?: the)? (?:due date|due day|deadline|date|due time) (?:from|of|for|on) (?<ref>.+)$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'update', reference, changes: { due_date: null, due_at: null } };
    },
  },
  { name: 'tag', pattern: /^(?:tag|label) (?<ref>.+?) (?:as|with) (?<tags>.+)$/i, read: tagging(true) },
  {
    name: 'add-tag',
    pattern: /^(?:add|put)(?: the| a)? (?:tags?|labels?) (?<tags>.+?) (?:to|on) (?<ref>.+)$/i,
    read: tagging(true),
  },
  {
    name: 'remove-tag',
    pattern: /^(?:remove|delete|take)(?: the)? (?:tags?|labels?) (?<tags>.+?) (?:from|off) (?<ref>.+)$/i,
    read: tagging(false),
  },
  { name: 'untag', pattern: /^untag (?<ref>.+?) (?:from|as) (?<tags>.+)$/i, read: tagging(false) },
  {
    name: 'priority-of',
    pattern:
      /^(?:set|change|make|update|raise|lower|put|increase|decrease)(?: the)? priority (?:of|for|on) (?<ref>.+?) (?:to|as) (?<value>.+)$/i,
    read: ({ ref, value }, reader) => {
      const reference = reader.reference(ref);
      const priority = reader.priority(value);
      return reference && priority && { kind: 'update', reference, changes: { priority } };
    },
  },
  {
    name: 'make-priority',
    pattern:
      /^(?:make|mark|set|flag|give|change|turn|prioriti[sz]e) (?<ref>.+?)(?:'s priority)?(?: as| to| into| a)? (?<value>(?:(?:high|low|medium|top|normal|highest|lowest)(?:[- ]priority)?|(?:very )?(?:urgent|important|critical)|not (?:very )?(?:urgent|important)))$/i,
    read: ({ ref, value }, reader) => {
      const reference = reader.reference(ref);
      const priority = reader.priority(value);
      return reference && priority && { kind: 'update', reference, changes: { priority } };
    },
  },
  {
    name: 'is-priority',
    pattern:
      /^(?<ref>(?:task |#)\d+|it|that|this|that one|this one) (?:is|are)(?: now)?(?: a)? (?<value>(?:high|low|medium)(?:[- ]priority)?|urgent|important|not (?:urgent|important))$/i,
    read: updating,
  },
  {
    name: 'due-of',
    pattern:
      /^(?:set|change|move|make|update)(?: the)? (?:due date|due day|deadline|due time|date) (?:of|for|on) (?<ref>.+?) (?:to|as|for|on) (?<when>.+)$/i,
    read: rescheduling,
  },
  { name: 'make-due', pattern: /^(?:make|set) (?<ref>.+?) (?:to be )?due (?<when>.+)$/i, read: rescheduling },
  { name: 'is-due', pattern: /^(?<ref>.+?) (?:is|are) (?:now )?due (?<when>.+)$/i, read: rescheduling },
  {
    name: 'move',
    pattern:
      /^(?:move|postpone|reschedule|push|delay|shift|bring forward|snooze|defer|put off)(?: back)? (?<ref>.+?)(?: back)? (?:to|until|till|for|by) (?<when>.+)$/i,
    read: rescheduling,
  },
  {
    name: 'reopen-mark',
    pattern: new RegExp(
      `^(?:mark|set|move|put|change|make) (?<ref>.+?) (?:as |back to |to |back as )?${notDone}(?: again)?$`,
      'i',
    ),
    read: completing(false),
  },
  {
    name: 'reopen',
    pattern:
      /^(?:reopen|re-open|uncomplete|un-complete|unmark|uncheck|untick|unfinish|undo completing|undo the completion of) (?<ref>.+?)(?: as (?:done|completed?|finished))?$/i,
    read: completing(false),
  },
  {
    name: 'not-done',
    pattern: new RegExp(
      `^(?<ref>.+?) (?:isn't|is not|wasn't|was not|aren't|are not) (?:actually |really )?(?:yet )?${done}(?: yet)?$`,
      'i',
    ),
    read: completing(false),
  },
  {
    name: 'did-not',
    pattern:
      /^i (?:didn't|did not|haven't|have not|never) (?:actually |really )?(?:finish|finished|complete|completed|do|done|did) (?<ref>.+?)(?: yet)?$/i,
    read: completing(false),
  },
  {
    name: 'mark-done',
    pattern: new RegExp(
      `^(?:mark|set|check|tick|cross|put|flag)(?: off)? (?<ref>.+?)(?: off)?(?: as| to| is| are)? ${done}(?: off)?$`,
      'i',
    ),
    read: completing(true),
  },
  {
    name: 'mark-done-first',
    pattern: new RegExp(`^(?:mark|set)(?: as)? ${done}:? (?<ref>.+)$`, 'i'),
    read: completing(true),
  },
  {
    name: 'check-off',
    pattern: /^(?:check|tick|cross|mark|strike)(?: (?<before>.+?))? (?:off|out)(?: (?<after>.+?))?$/i,
    read: ({ before, after }, reader) => completing(true)({ ref: before ?? after }, reader),
  },
  {
    name: 'done-with',
    pattern: /^(?:i'm |i am |we're |all )?(?:done|finished|through)(?: with)?:? (?<ref>.+)$/i,
    read: completing(true),
  },
  {
    name: 'complete',
    pattern: /^(?:complete|finish|close|tick|accomplish|resolve|conclude) (?<ref>.+)$/i,
    read: completing(true),
  },
  {
    name: 'i-did',
    pattern:
      /^(?:i|we)(?:'ve| have)?(?: just| already| finally)* (?:completed|finished|done|did|checked off|closed|been done with|got done with) (?<ref>.+)$/i,
    read: completing(true),
  },
  {
    name: 'is-done',
    pattern: new RegExp(
      String.raw`^(?<ref>(?!what|which|who|how|is|are)\S.*?)(?: is| are| was| were| has been| have been|'s)(?: now| already| all| finally)* ${done}$`,
      'i',
    ),
    read: completing(true),
  },
  {
    name: 'words-done',
    pattern:
      /^(?<ref>(?!(?:what|which|who|how|show|list|all|get|see|display|not|the|my|i|i've)\b)\S.*?)[,:]? (?:done|finished|completed|✓|✅)$/i,
    read: completing(true),
  },
  {
    name: 'delete',
    pattern:
      /^(?:delete|remove|erase|discard|drop|trash|cancel|get rid of|clear|wipe|throw (?:away|out)|forget about|scrap|bin|kill|take (?:off|out)|cross out)(?: (?:out|off|away))? (?<ref>.+?)$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'delete', reference };
    },
  },
  {
    name: 'take-off',
    pattern: /^take (?<ref>.+?) off(?: (?:of )?(?:my|the) list)?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'delete', reference };
    },
  },
  {
    name: 'not-needed',
    pattern:
      /^i (?:don't|do not|no longer) (?:have to|need)(?: to)? (?<ref>.+?)(?: any ?more| any longer)?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'delete', reference };
    },
  },
  {
    name: 'rename',
    pattern:
      /^(?:change|rename|edit|update|modify|reword|retitle|replace|correct|turn)(?: the)?(?: (?:title|name|text) of)? (?<ref>.+?)(?:'s (?:title|name))? (?:to|into|as|with|so it says|to say)\s+(?<value>.+)$/i,
    read: updating,
  },
  {
    name: 'rename-colon',
    pattern: /^(?:change|rename|edit|update) (?<ref>(?:task\s+)?#?\d+)\s*[:=>-]+\s*(?<value>.+)$/i,
    read: updating,
  },
  {
    name: 'should-be',
    pattern:
      /^(?<ref>(?:task\s+|#)\d+|it|that(?: one)?) (?:should|must) (?:be|say|read)(?: called| named)? (?<value>.+)$/i,
    read: updating,
  },
  { name: 'call-it', pattern: /^call (?<ref>(?:task\s+|#)\d+|it) (?<value>.+) instead$/i, read: updating },
  {
    name: 'rename-what',
    pattern: /^(?:change|rename|edit|update|modify)(?: the (?:title|name) of)? (?<ref>.+)$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'rename-unnamed', reference };
    },
  },
  {
    name: 'i-past',
    pattern:
      /^(?:i|we)(?:'ve| have)?(?: just| already| finally)* (?<ref>(?:(?!need|want|had)\w{2,}(?:ed)|bought|paid|sent|wrote|written|made|took|taken|got|went(?: to)?|ran|met|fed|swept|spoke|told|gave|brought|built|drove|sold|taught|threw|cut|read|picked) .+)$/i,
    read: completing(true, true),
  },
];
