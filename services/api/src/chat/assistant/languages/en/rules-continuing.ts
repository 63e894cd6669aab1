/** "… and due friday": more about the task of the request before. @module */
import type { Rule } from '../../language.ts';
import { listing } from './listing.ts';
import { level, noting, prioritising, rescheduling, tagging } from './updating.ts';
import { statement } from './vocabulary.ts';

/** What may follow a change of the same task: "… and due friday". */
export const continuationRules: readonly Rule[] = [
  {
    name: 'and-note',
    pattern: /^(?:with )?(?:an? |the )?(?:notes?|description|details?)\s*[:–—-]\s*(?<value>.+)$/is,
    read: noting,
  },
  {
    name: 'and-due',
    pattern: /^(?:(?:it's |its |it is |is |make it |with )?due|by|for|to) (?<when>.+)$/i,
    read: ({ when }, reader) => rescheduling({ when }, reader),
  },
  {
    name: 'and-other-due',
    pattern:
      /^(?<ref>(?!(?:push|move|postpone|shift|delay|bump|change|set|make|reschedule|snooze|bring|put|defer|add|remind)\b)(?:the )?\S+(?: \S+){0,3}?) (?:to|until|till) (?<when>\S.*)$/i,
    read: rescheduling,
  },
  {
    name: 'and-priority',
    pattern: new RegExp(`^(?:as |to |an? |with |is |it's |make it )*(?<value>${level})$`, 'i'),
    read: ({ value }, reader) => prioritising({ value }, reader),
  },
  {
    name: 'and-level-will-do',
    pattern: new RegExp(
      `^(?:an? )?(?<value>${level}) (?:(?:is|would be|'s) (?:fine|ok|okay|enough|good|alright|plenty)|will do)$`,
      'i',
    ),
    read: ({ value }, reader) => prioritising({ value }, reader),
  },
  {
    name: 'and-other-priority',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!it\\b|that\\b|mark\\b|put\\b|give\\b|change\\b|flag\\b|prio|due\\b|tags?\\b)[^\\s:]+(?: [^\\s:]+){0,3}?) (?:to |as |is )?(?<value>${level})$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'and-tagged',
    pattern:
      /^(?:(?:tagged|labell?ed)(?: as| with)? |tag )?(?<tags>#\S+(?: #\S+)*)$|^(?:tagged|labell?ed)(?: as| with)? (?<more>.+)$/i,
    read: ({ tags, more }, reader) => tagging('addTags')({ tags: tags ?? more }, reader),
  },
];

const hours: Readonly<Record<string, number>> = { morning: 9, afternoon: 15, evening: 18, night: 20 };

/** What is only understood as a whole message. */
export const aloneRules: readonly Rule[] = [
  {
    // "In the morning", said of the task that was just added for a day.
    name: 'part-of-day-alone',
    raw: true,
    pattern: /^(?:in the |at |sometime in the )(?<part>morning|afternoon|evening|night)[.!]*$/i,
    read: ({ part = '' }) => ({
      kind: 'update',
      reference: { by: 'mention', many: false },
      changes: { clock: { hour: hours[part.toLowerCase()] ?? 9, minute: 0 } },
      afterwards: true,
      orElse: { kind: 'talk', topic: 'unknown', text: '' },
    }),
  },
  {
    // "Tomorrow", said of the task that was just added without a day; else it asks for a list.
    name: 'day-alone',
    raw: true,
    pattern:
      /^(?<when>(?:on |next |this )?(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:morning|afternoon|evening|night))?(?: at \S+(?: ?[ap]m)?)?)[.!]*$/i,
    read: (groups, reader) => {
      const request = rescheduling(groups, reader);
      if (request?.kind !== 'update') return undefined;
      return { ...request, afterwards: true, orElse: listing(groups.when, reader, true) };
    },
  },
];
