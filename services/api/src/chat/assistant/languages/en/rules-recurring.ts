/** Tasks that come again: "repeat task 2 every monday", "stop repeating the gym". @module */
import type { Rule } from '../../language.ts';
import { set } from './updating.ts';
import { statement } from './vocabulary.ts';

const recurring: Rule['read'] = ({ ref = 'it', when }, reader) => {
  const reference = reader.reference(ref);
  const changes = reader.recurs(when);
  return reference && changes && { kind: 'update', reference, changes };
};

const often = `(?<when>(?:every|each|daily|weekly|monthly|yearly|annually|fortnightly|bi-?weekly|nightly|everyday|once a|on (?:weekdays|weekends|\\w+days)|weekdays)\\b.*)`;
const never: Rule['read'] = (groups, reader) =>
  set({ recurrence: null })({ ref: groups.ref ?? 'it' }, reader);

export const recurringRules: readonly Rule[] = [
  {
    name: 'stop-repeating',
    pattern:
      /^(?:please )?(?:stop|quit|cancel|end|remove|clear|drop|turn off)(?: the)? (?:repeat(?:ing|s)?|recur(?:ring|rence)?|repetition|schedule)(?: (?:of|for|on|from))?(?: (?<ref>.+?))?(?: (?:now|any ?more|every .*|daily|weekly|monthly))?$/i,
    read: never,
  },
  {
    name: 'no-longer-repeats',
    pattern:
      /^(?<ref>\S.*?) (?:(?:shouldn't|should not|needn't|doesn't need to|doesn't have to|no longer needs to) (?:repeat|recur)|no longer (?:repeats|recurs)|(?:doesn't|does not) (?:repeat|recur)|(?:is|as) (?:a )?one-?off)(?: any ?more)?$|^(?:don't|do not) repeat (?<other>.+?)(?: any ?more)?$|^make (?<once>\S.*?) (?:not (?:repeat|recurring|repeating)|(?:a )?one-?off|non-?recurring|happen (?:only |just )?once|just once|only once)$/i,
    read: ({ ref, other, once }, reader) => never({ ref: ref ?? other ?? once }, reader),
  },
  {
    // "Put gym on mon, wed and fri at 7am"
    name: 'put-on-days',
    pattern:
      /^(?:put|schedule|set|plan) (?<ref>(?!it\b|that\b|them\b)\S+(?: \S+){0,4}?) (?:on |for |every )?(?<when>(?:mon|tues?|wed|thur?s?|fri|sat|sun)\w*(?:[\s,/&]+(?:and )?(?:mon|tues?|wed|thur?s?|fri|sat|sun)\w*){2,}\b.*)$/i,
    read: (groups, reader) => {
      const request = recurring(groups, reader);
      const draft = reader.draft(`${groups.ref} ${groups.when}`);
      if (request?.kind !== 'update' || !draft) return undefined;
      return { ...request, entire: true, orElse: { kind: 'add', drafts: [draft] } };
    },
  },
  {
    name: 'repeat',
    pattern: new RegExp(`^(?:repeat|recur) (?<ref>\\S.*?) (?:to (?:repeat|recur) )?${often}$`, 'i'),
    read: recurring,
  },
  {
    name: 'make-repeat',
    pattern: new RegExp(
      `^(?:make|set|have|let|change|move|turn)(?: up)? (?<ref>(?!.* (?:on|to) (?:my|the) (?:\\w+ )?list\\b)(?!an? |up )\\S.*?)(?: (?:to|into|as|a|repeat(?:ing)?|recur(?:ring)?|happen|come(?: up| back)?|be|on|for|task))* ${often}$`,
      'i',
    ),
    read: recurring,
  },
  {
    name: 'repeats',
    pattern: new RegExp(
      `^(?<ref>it|that|this|(?:task |number |#)+\\d+|\\S.* (?:task|one)|(?:the|my) \\S.*?)(?:'s)? (?:is|repeats?|recurs?|happens?|should (?:repeat|recur|be|happen)|needs to (?:repeat|recur|happen)|has to (?:repeat|happen)) (?:due )?${often}$`,
      'i',
    ),
    read: recurring,
  },
  {
    // "Call mom should repeat every sunday"
    name: 'words-repeat',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?) (?:(?:should|must|needs to|has to|is supposed to|is going to) (?:repeat|recur|come (?:up|back)|be repeated|happen)|repeats|recurs) ${often}$`,
      'i',
    ),
    read: ({ ref, when }, reader) => {
      const request = recurring({ ref, when }, reader);
      const draft = reader.draft(`${ref} ${when}`);
      return request?.kind === 'update' && draft
        ? { ...request, orElse: { kind: 'add', drafts: [draft], unasked: true } }
        : request;
    },
  },
];
