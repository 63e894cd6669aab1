/** "And task 2", "beta too": the same again for another task. @module */
import type { Rule } from '../../language.ts';
import { level, prioritising, tagging } from './updating.ts';
import { taskVerbs } from './verbs.ts';

const same: Rule['read'] = ({ ref = '' }, reader) => {
  // "Call bob too" is something to do; "rent too" is the rent.
  if (/\s/.test(ref.trim()) && taskVerbs.has(/^\w+/.exec(ref)?.[0].toLowerCase() ?? '')) return undefined;
  const reference = reader.reference(ref);
  const draft = reference?.by === 'words' ? reader.draft(ref) : undefined;
  return reference && { kind: 'same', reference, ...(draft ? { draft } : {}) };
};

/** "And high priority": more about the task spoken of last. They stand before listing, which knows "high priority" too. */
export const addingToItRules: readonly Rule[] = [
  {
    name: 'and-its-priority',
    raw: true,
    pattern: new RegExp(
      `^(?:(?:and|also|plus)[\\s,]+(?:also )?(?:it's |it is |with )?|with |as )?(?:an? )?(?<value>${level})(?: please| pls)?[.!]*$`,
      'i',
    ),
    read: (groups, reader) => {
      const request = prioritising(groups, reader);
      const list = reader.filter(groups.value);
      return request?.kind === 'update'
        ? { ...request, orElse: { kind: 'list', filter: list, count: false } }
        : undefined;
    },
  },
  {
    name: 'and-its-tags',
    raw: true,
    pattern:
      /^(?:and|also|plus)[\s,]+(?:also )?(?:tagged(?: as| with)? |with (?:the )?tags? )(?<tags>\S+(?:(?:,| and) \S+)*)$/i,
    read: tagging('addTags'),
  },
];

export const repeatingRules: readonly Rule[] = [
  {
    name: 'same-for',
    pattern: /^(?:do )?(?:the )?same (?:for|with|to|goes for|applies to|thing (?:for|with|to)) (?<ref>.+)$/i,
    read: same,
  },
  { name: 'too', pattern: /^(?<ref>\S+(?: \S+){0,4}?),? (?:too|as well)$/i, read: same },
  {
    name: 'and',
    raw: true,
    pattern:
      /^(?:(?:oh|ah|yes|ok|okay|so)[\s,]+)*(?:(?:and|also|plus)[\s,]+)+(?<ref>\S+(?: \S+){0,3}?)[.!?]*$/i,
    read: same,
  },
];
