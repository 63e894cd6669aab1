/** Giving a task another title, and "change it to …" whatever it may be. @module */
import type { Rule } from '../../language.ts';
import { exactTask, statement } from './vocabulary.ts';

const updating: Rule['read'] = ({ ref = 'it', value: said = '' }, reader) => {
  const value = said.replace(/,? instead$/i, '');
  const reference = reader.reference(ref);
  const changes = reader.changes(value);
  return reference && changes && { kind: 'update', reference, changes };
};

const change = `(?:change|rename|edit|update|modify|amend|alter|revise|reword|rephrase|retitle|replace|correct|turn|fix)`;

/** "Should say please do not enter" takes nothing back. */
const goesOn =
  /(?:^|\s)(?:do|does|did|is|are|was|were|am|be|can|could|will|would|should|must|may|have|has|had|why|but|or|and|if|whether|please)$/i;
const taken = (value = '') => goesOn.test(value);

export const renamingRules: readonly Rule[] = [
  {
    name: 'its-title',
    pattern: new RegExp(`^${change}(?: the| its) (?:title|name|text) (?:to|as|into)\\s+(?<value>.+)$`, 'is'),
    read: updating,
  },
  {
    // "Replace mom with dad in task 2"
    name: 'swap-in',
    pattern: new RegExp(
      `^(?:replace|swap|change|switch|exchange|substitute) (?<from>\\S+(?: \\S+){0,3}?) (?:with|to|for|by|into) (?<to>\\S+(?: \\S+){0,3}?) (?:in|on|of) (?<ref>${exactTask}|(?:the |my )\\S.*? (?:task|one|title))$`,
      'i',
    ),
    read: ({ from, to, ref }, reader) => {
      const reference = reader.reference(ref?.replace(/ title$/i, ' task'));
      return (
        reference && {
          kind: 'update',
          reference,
          changes: { swap: { from: reader.text(from), to: reader.text(to) } },
        }
      );
    },
  },
  {
    name: 'swap',
    pattern:
      /^(?:swap|switch|substitute|exchange)(?: out)? (?<from>\S+(?: \S+){0,3}?) (?:with|for|to) (?<to>\S+(?: \S+){0,3})$/i,
    read: ({ from, to }, reader) => {
      const reference = reader.reference(from);
      const draft = reader.draft(`swap ${from} for ${to}`);
      if (reference?.by !== 'words' || !draft) return undefined;
      const swap = { from: reader.text(from), to: reader.text(to) };
      return {
        kind: 'update',
        reference,
        changes: { swap },
        orElse: { kind: 'add', drafts: [draft], unasked: true },
      };
    },
  },
  {
    name: 'rename',
    pattern: new RegExp(
      `^${change}(?: the)?(?: (?:title|name|text|wording) (?:of|for))? (?<ref>.+?)(?:(?:'s)? (?:title|name))? (?:to|into|as|with|so it says|to say|to read|so that it says|,? ?(?:it )?should (?:be called|be named|say|read)|->|=>|→)\\s+(?:(?:say|read|be)[:,]?\\s+)?(?<value>.+)$`,
      'is',
    ),
    read: updating,
  },
  {
    // "Instead of buy milk write buy oat milk"
    name: 'instead-of-title',
    pattern:
      /^instead of (?<ref>\S.*?),? (?:write|put|say|have|use|call it|make it(?: say)?|it should (?:be|say)) (?<value>\S.*)$/i,
    read: updating,
  },
  {
    name: 'rename-colon',
    pattern: new RegExp(
      `^${change} (?<ref>(?:task\\s+)?#?\\d+|it|that)\\s*(?:[:=>→-]+\\s*|\\s)(?<value>.+)$`,
      'is',
    ),
    read: updating,
  },
  {
    name: 'arrow',
    pattern: new RegExp(`^(?<ref>${exactTask})\\s*(?:->|=>|→)\\s*(?<value>.+)$`, 'is'),
    read: updating,
  },
  {
    // "Milk -> high", "mom → friday"
    name: 'words-arrow',
    pattern: /^(?<ref>[^\n:>→=-]{2,60}?)\s*(?:->|=>|→)\s*(?<value>.+)$/i,
    read: updating,
  },
  {
    // "The invoice one should be for Maria, not Mark": one word of its title for another.
    name: 'should-be-not',
    pattern: new RegExp(
      `^(?<ref>${statement}[^\\s,;.][^,;.]*?),? (?:should|must|needs to|ought to|has to|was supposed to|is supposed to|was meant to)(?: actually| really| now| just)* (?:be(?: called| named)? |say |read )?(?<lead>(?:for|to|with|from|at|in|about|by) )?(?<to>[^\\s,;]+(?: [^\\s,;]+){0,3}?),? (?:and )?(?:not|instead of|rather than) (?:for |to |with |from |at |in |about |by )?(?<from>[^\\s,;]+(?: [^\\s,;]+){0,3})$`,
      'i',
    ),
    read: ({ ref, lead, to, from }, reader) => {
      const other = reader.due(to) ?? reader.due(from) ?? reader.priority(to) ?? reader.priority(from);
      const reference =
        other || /^(?:it|that|this|there)$/i.test(ref ?? '') ? undefined : reader.reference(ref);
      if (!reference || taken(to) || /^(?:done|finished|here|there|yet|now|today)$/i.test(from ?? ''))
        return undefined;
      const swap = {
        from: reader.text(from),
        to: reader.text(to),
        orElse: reader.text(`${lead ?? ''}${to}`),
      };
      return { kind: 'update', reference, changes: { swap } };
    },
  },
  {
    // "Task 2 should say Priya not Pria": what it said until now is no part of the title.
    name: 'should-say-not',
    pattern: new RegExp(
      `^(?<ref>${exactTask}|.+? task|.+? one) (?:should|must|needs to|has to|is supposed to|was supposed to)(?: actually| really| now)* (?:be|say|read)(?: called| named)? (?<value>.+?),? (?:not|instead of|rather than) \\S.*$`,
      'i',
    ),
    read: ({ ref, value = '' }, reader) => (!taken(value) ? updating({ ref, value }, reader) : undefined),
  },
  {
    name: 'should-be',
    pattern: new RegExp(
      `^(?<ref>${exactTask}|.+? task|.+? one) (?:should|must|needs to)(?: actually| really| now)* (?:be|say|read)(?: called| named)? (?<value>.+)$`,
      'i',
    ),
    read: updating,
  },
  {
    // "Call ahmed should actually be call ahsan"
    name: 'words-should-be',
    pattern: new RegExp(
      `^(?<ref>${statement}[^\\s,;.][^,;.]*?),? (?:should|must|needs to|ought to|has to|was supposed to|is supposed to|was meant to)(?: actually| really| now| just| rather)* (?:be(?: called| named| titled)?|say|read)(?: actually| really| now| rather)* (?<value>.+?)(?: instead)?$`,
      'i',
    ),
    read: (groups, reader) => {
      const request = updating(groups, reader);
      const draft = reader.draft(`${groups.ref} should be ${groups.value}`);
      if (request?.kind !== 'update' || !draft) return request;
      // "Chapter 4 should be chapter 5": a part of the title for another.
      const [first] = (groups.ref ?? '').split(' ');
      const alike = Boolean(first) && groups.value?.toLowerCase().startsWith(`${first?.toLowerCase()} `);
      const swap = { from: reader.text(groups.ref), to: reader.text(groups.value) };
      const { title } = request.changes;
      const changes = alike && title ? { swap: { ...swap, orElse: title } } : request.changes;
      return { ...request, changes, orElse: { kind: 'add', drafts: [draft], unasked: true } };
    },
  },
  {
    // "Change the name of task 1, the new name is Visit Tariq"
    name: 'new-name-is',
    pattern:
      /^(?:change|update|edit)(?: the)? (?:name|title) (?:of|for|on) (?<ref>[^,;:]+?)[\s,;:.–—-]+(?:and )?(?:(?:(?:the |its )?new (?:name|title|one)|it) (?:is|should be|will be|must be)(?: called)?|call it|should be|must be) (?<value>.+)$/i,
    read: (groups, reader) => {
      const request = updating(groups, reader);
      return request?.kind === 'update' ? { ...request, entire: true } : request;
    },
  },
  {
    name: 'call-it',
    pattern: new RegExp(`^(?:call|name) (?<ref>${exactTask}) (?<value>.+?)(?<instead> instead)?$`, 'i'),
    read: ({ ref = '', value, instead }, reader) =>
      instead || /^(?:it|that|task|#)/i.test(ref) ? updating({ ref, value }, reader) : undefined,
  },
  {
    // "Call the trip 'Trip to Lahore'"
    name: 'call-quoted',
    pattern:
      /^(?:call|name|title|label) (?<ref>(?:the|my|that) \S.*?) (?<value>\uE000\d+\uE001)(?: instead| now| from now on)*$/i,
    read: updating,
  },
  {
    // "Fix the typo in buy presnt, should be buy present"
    name: 'fix-typo',
    pattern:
      /^(?:fix|correct|mend|there's|there is|sort)(?: the| a| my)? (?:typo|spelling|mistake|spelling mistake) (?:in|on|of|with) (?<ref>\S.*?)[,;:–—-]* (?:it |that )?(?:should (?:be|say|read)|is meant to (?:be|say)|must be|to(?: say)?) (?<value>\S.*)$/i,
    read: (groups, reader) => {
      const request = updating(groups, reader);
      return request?.kind === 'update' ? { ...request, entire: true } : request;
    },
  },
  {
    name: 'make-it',
    pattern: new RegExp(
      `^make (?<ref>${exactTask}(?= (?:say|read|be|into) )|.+?(?= (?:say|read) )) (?:say|read|be|into) (?<value>.+)$`,
      'i',
    ),
    read: updating,
  },
  {
    name: 'make-that',
    pattern: /^make (?<ref>it|that|this|that one|(?:task |number |#)+\d+) (?<value>.+)$/i,
    read: updating,
  },
  {
    name: 'number-colon',
    pattern: /^(?<ref>(?:task |number |#)+\d+)\s*[:=]\s*(?<value>.+)$/i,
    read: updating,
  },
  {
    name: 'rename-what',
    pattern:
      /^(?<all>(?:change|rename|edit|update|modify)(?<of> the (?:title|name) of)? (?<ref>.+?)(?:'s (?:title|name))?)$/i,
    read: ({ ref, all }, reader) => {
      const reference = reader.reference(ref);
      if (!reference) return undefined;
      const draft = reference.by === 'words' ? reader.draft(all) : undefined;
      // "Change the bed sheets" is something to do where no task is called that.
      const orElse = draft && { kind: 'add' as const, drafts: [draft], unasked: true };
      return { kind: 'rename-unnamed', reference, ...(orElse ? { orElse } : {}) };
    },
  },
];
