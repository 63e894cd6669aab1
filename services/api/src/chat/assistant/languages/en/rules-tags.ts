/** Tags of tasks. @module */
import type { Rule } from '../../language.ts';
import { its, set, tagging } from './updating.ts';
import { exactTask } from './vocabulary.ts';

export const tagRules: readonly Rule[] = [
  {
    name: 'set-tags',
    pattern:
      /^(?:set|change|update|replace)(?: the)? (?:tags?|labels?) (?:of|on|for) (?<ref>.+?) (?:to|with|as) (?<tags>.+)$/i,
    read: ({ ref, tags }, reader) => {
      const reference = reader.reference(ref);
      const addTags = reader.tags(tags);
      return reference && { kind: 'update', reference, changes: { removeTags: 'all', addTags } };
    },
  },
  {
    // "Replace the tag house with home on fix tap"
    name: 'swap-tag',
    pattern:
      /^(?:replace|swap|change|rename)(?: the)? (?:(?:tag|label) (?<old>#?[\w-]+)|(?<other>#?[\w-]+) (?:tag|label)|(?<hash>#[\w-]+)) (?:with|to|for|by|into)(?: the)?(?: tag| label)? (?<tags>#?[\w-]+)(?: tag| label)?(?: (?:on|of|for|in) (?<ref>.+))?$/i,
    read: ({ ref = 'it', old, other, hash, tags }, reader) => {
      const reference = reader.reference(ref);
      const addTags = reader.tags(tags);
      const removeTags = reader.tags(old ?? other ?? hash);
      return reference && addTags.length > 0
        ? { kind: 'update', reference, changes: { addTags, removeTags } }
        : undefined;
    },
  },
  {
    // "Swap the tag on 1 from home to garden"
    name: 'swap-tag-on',
    pattern:
      /^(?:replace|swap|change|rename|switch|move)(?: the)? (?:tag|label) (?:on|of|for|in) (?<ref>.+?) from (?<old>#?[\w-]+) (?:to|into) (?<tags>#?[\w-]+)$/i,
    read: ({ ref, old, tags }, reader) => {
      const reference = reader.reference(ref);
      const [addTags, removeTags] = [reader.tags(tags), reader.tags(old)];
      return reference && addTags.length > 0
        ? { kind: 'update', reference, changes: { addTags, removeTags } }
        : undefined;
    },
  },
  {
    name: 'no-tags',
    pattern:
      /^(?:remove|clear|delete|drop|strip|wipe|erase|take(?: off| away)?|get rid of)(?: all| every| any)?(?: of)?(?: the| its)? (?:tags|labels)(?: off| away)? (?:from|of|on|off) (?<ref>.+)$/i,
    read: set({ removeTags: 'all' }),
  },
  {
    name: 'remove-tag',
    pattern:
      /^(?:remove|delete|take|drop|clear)(?: the)? (?:tags?|labels?) (?<tags>.+?) (?:from|off|on|of|for|in) (?<ref>.+)$/i,
    read: tagging('removeTags'),
  },
  {
    name: 'remove-the-tag',
    pattern:
      /^(?:remove|delete|take|drop|clear)(?: the)? (?<tags>\S+) (?:tags?|labels?) (?:from|off|on|of|for|in) (?<ref>.+)$/i,
    read: tagging('removeTags'),
  },
  {
    name: 'remove-hash',
    pattern:
      /^(?:remove|delete|take|drop|clear) (?<tags>#\S+(?:(?:,| and)? #\S+)*) (?:from|off) (?<ref>.+)$/i,
    read: tagging('removeTags'),
  },
  {
    // "Remove family from call mom": a word off a task that is no list.
    name: 'remove-word-from',
    pattern:
      /^(?:remove|take|drop|delete|clear) (?<tags>(?!it\b|that\b|this\b|them\b|task\b|everything\b|all\b|#?\d)[\w-]+) (?:from|off) (?<ref>(?!.*\b(?:lists?|tasks|to-?dos?|trash|bin|here|there|agenda|calendar)$).+)$/i,
    read: tagging('removeTags'),
  },
  {
    name: 'give-tag',
    pattern:
      /^(?:give|assign) (?<ref>\S.*?) (?:the |a |an )?(?:(?<tags>#?[\w-]+) (?:tag|label)|(?:tags?|labels?)(?: of| called| named)? (?<more>#?[\w-]+))$/i,
    read: ({ ref, tags, more }, reader) => tagging('addTags')({ ref, tags: tags ?? more }, reader),
  },
  {
    // "I want all the tags gone from fix bike"
    name: 'tags-gone',
    pattern:
      /^(?:i (?:want|need|would like|'d like) )?(?:all )?(?:of )?(?:the |its |my )?(?:tags|labels) (?:gone|off|removed|away|cleared|deleted)(?: from| off| on| of)? (?<ref>.+)$/i,
    read: set({ removeTags: 'all' }),
  },
  {
    name: 'untag',
    pattern: /^(?:untag|unlabel) (?<tags>#?\S+(?:(?:,| and) #?\S+)*) (?:from|off|on) (?<ref>.+)$/i,
    read: tagging('removeTags'),
  },
  {
    name: 'untag-as',
    pattern: /^(?:untag|unlabel) (?<ref>.+?) as (?<tags>.+)$/i,
    read: tagging('removeTags'),
  },
  { name: 'untag-all', pattern: /^(?:untag|unlabel) (?<ref>.+)$/i, read: set({ removeTags: 'all' }) },
  {
    name: 'tag',
    pattern:
      /^(?:tag|label|categori[sz]e|file) (?<ref>.+?) (?:as|with|under) (?<tags>(?!well$).+?)(?:,? (?:as well|too|also))?$/i,
    read: tagging('addTags'),
  },
  {
    name: 'tag-exact',
    pattern: new RegExp(`^(?:tag|label) (?<ref>${exactTask}) (?<tags>\\S+(?:(?:,| and|, and)? \\S+)*)$`, 'i'),
    read: tagging('addTags'),
  },
  {
    name: 'tag-hash',
    pattern: /^(?:tag|label) (?<ref>.+?) (?<tags>#\S+(?: #\S+)*)$/i,
    read: tagging('addTags'),
  },
  {
    name: 'tag-word',
    pattern:
      /^(?:tag|label) (?<ref>.+?) (?:as )?(?<tags>(?!(?:too|also|well|one|ones|task)\b)[\w-]+)(?:,? (?:as well|too|also))?$/i,
    read: tagging('addTags'),
  },
  {
    name: 'add-tag',
    pattern: /^(?:add|put|attach|give)(?: the| a)? (?:tags?|labels?) (?<tags>.+?) (?:to|on) (?<ref>.+)$/i,
    read: tagging('addTags'),
  },
  {
    name: 'add-the-tag',
    pattern: /^(?:add|put|attach)(?: the| a)? (?<tags>\S+) (?:tags?|labels?) (?:to|on) (?<ref>.+)$/i,
    read: tagging('addTags'),
  },
  {
    name: 'add-hash',
    pattern: /^(?:add|put) (?<tags>#\S+(?: #\S+)*) (?:to|on) (?<ref>.+)$/i,
    read: tagging('addTags'),
  },
  {
    name: 'no-tags-of-it',
    pattern: new RegExp(
      `^(?:remove|clear|delete|drop|strip|take)(?: off)?(?: all)?(?: of)?${its} (?:tags|labels)(?: off| away)?$`,
      'i',
    ),
    read: (_groups, reader) => set({ removeTags: 'all' })({}, reader),
  },
];
