/** Seeing, counting and searching tasks. @module */
import type { Rule } from '../../language.ts';

const list: Rule['read'] = (groups, reader) => ({
  kind: 'list',
  filter: reader.filter(groups.filter),
  count: false,
});
const noun = `(?:tasks?|to-?dos?|lists?|items?|things?|stuff|reminders?)`;

export const listingRules: readonly Rule[] = [
  {
    name: 'count',
    pattern:
      /^(?:how many|how much|count|number of|what(?:'s| is) the (?:number|count) of)(?: of)?(?: my| the)? (?<filter>.+)$/i,
    read: ({ filter }, reader) => ({ kind: 'list', filter: reader.filter(filter), count: true }),
  },
  {
    name: 'what-done',
    pattern:
      /^(?:what|which)(?: tasks?| things?| ones)? (?:have|did|do) i (?:already |just |ever )?(?<filter>(?:have )?(?:complete|done|do|finish|accomplish|check|get)\w*(?: done| off)?.*)$/i,
    read: ({ filter = '' }, reader) => ({
      kind: 'list',
      count: false,
      filter: {
        ...reader.filter(
          filter.replace(
            /^(?:have )?(?:complete|done|do|finish|accomplish|check|get)\w*(?: done| off)?/i,
            '',
          ),
        ),
        status: 'completed',
      },
    }),
  },
  {
    name: 'search',
    pattern:
      /^(?:search|find|look|look up|search for|find me|look for|locate)(?: for)?(?: (?:any|all|my|the))* (?<query>.+)$/i,
    read: ({ query }, reader) => ({ kind: 'list', filter: reader.filter(query), count: false }),
  },
  {
    name: 'show',
    pattern:
      /^(?:(?:show|list|display|view|print|see|read|open up|check|review|give|get|tell|pull up|bring up|remind)(?: me| us)?(?: of)?(?: out)?)(?: (?:what|about))?(?<filter>(?: .+)?)$/i,
    read: ({ filter = '' }, reader) => {
      // "Remind me …" and "get milk" are not about seeing tasks unless they say so.
      const speaksOfTasks = new RegExp(
        `\\b(?:${noun}|all|everything|pending|completed|done|finished|open|left|overdue|urgent|due|on my plate|what)\\b`,
        'i',
      );
      return speaksOfTasks.test(filter)
        ? { kind: 'list', filter: reader.filter(filter), count: false }
        : undefined;
    },
  },
  { name: 'show-words', pattern: /^(?:show|display|view|see)(?: me)? (?<filter>.+)$/i, read: list },
  {
    name: 'what-is',
    pattern:
      /^(?:what's|whats|what're|what|which)(?: (?:is|are|do|did|else|other|about|should|must|can|have|all|tasks?|things?|stuff|the|my|i|still|to-?dos?|items?))*(?<filter>.*\b(?:pending|left|open|remaining|outstanding|overdue|late|due|to do|todo|do|done|completed?|finished|list|tasks?|to-?dos?|plate|agenda|schedule|today|tonight|tomorrow|this week|next week|next|urgent|important|priority|late|unfinished|incomplete|tagged)\b.*)$/i,
    read: ({ filter = '' }, reader) => {
      const read = reader.filter(
        filter.replaceAll(
          /\b(?:agenda|schedule|next(?! week)|come|coming up|up|should i|must i|can i|do i)\b/gi,
          ' ',
        ),
      );
      const asksToDo =
        /\b(?:to do|todo|have to do|next|do i have|should|must)\b/i.test(filter) && read.status === 'all';
      return { kind: 'list', count: false, filter: asksToDo ? { ...read, status: 'pending' } : read };
    },
  },
  {
    name: 'are-there',
    pattern:
      /^(?:do i (?:still )?have|have i (?:got)?|did i (?:add|have)|are there|is there|any|anything|got)(?: (?:any|anything|something))?(?<filter> .+|)$/i,
    read: ({ filter }, reader) => {
      const read = reader.filter(filter);
      return {
        kind: 'list',
        count: false,
        filter: read.status === 'all' && !read.query ? { ...read, status: 'pending' } : read,
      };
    },
  },
  {
    name: 'named-list',
    pattern: new RegExp(
      String.raw`^(?<filter>(?:(?:my|the|all|all my|all the) )?(?:(?:pending|open|completed|done|finished|overdue|urgent|important|high[- ]priority|low[- ]priority|medium[- ]priority|today's|tomorrow's|remaining|unfinished|outstanding|#\w+) ){0,2}(?:${noun}|ones)(?: (?:due )?(?:today|tomorrow|this week|next week)| (?:tagged|about|with) .+)?)$`,
      'i',
    ),
    read: list,
  },
  {
    name: 'bare-status',
    pattern:
      /^(?<filter>(?:everything|pending|open|completed|done|finished|overdue|all|remaining|outstanding|due (?:today|tomorrow|this week|next week))(?: (?:due )?(?:today|tomorrow|this week|next week))?)$/i,
    read: list,
  },
];
