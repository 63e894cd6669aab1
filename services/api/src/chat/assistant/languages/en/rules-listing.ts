/** Seeing, counting and searching tasks. @module */
import type { Rule } from '../../language.ts';
import { completedOf, list, listing, orderBy, sorted } from './listing.ts';
import { asking } from './rules-asking.ts';
import { lookingRules } from './rules-looking.ts';
import { taskVerbs } from './verbs.ts';
import { listed as noun } from './vocabulary.ts';

const narrowed = `(?: (?:due|for|on|by|before|until|without|with|tagged|about|this|next|today|tomorrow|that|which|from)\\b.*)?`;
const statusWord = `(?:pending|open|completed?|done|finished|overdue|urgent|important|high[- ]prio(?:rity)?|low[- ]prio(?:rity)?|medium[- ]prio(?:rity)?|today's|tomorrow's|this week's|remaining|unfinished|incomplete|outstanding|late|active|unchecked|not done(?: yet)?|undone|upcoming|#[\\w-]+)`;
/** What `orderBy` knows. */
const sortKey = `(?<key>priority|due ?dates?|dates?|deadlines?|urgency|importance|title|name)`;
const when = `(?:(?:due |for |on )*(?:today|tomorrow|this week|next week))`;
/** "Remind me …" and "get milk" are not about seeing tasks unless they say so. */
const speaksOfTasks = new RegExp(
  `\\b(?:${noun}|all|everything|pending|completed?|done|finished|open|left|overdue|urgent|important|priority|due|on my plate|what|tagged)\\b|#`,
  'i',
);

/** With these, it is about more than seeing tasks. */
const telling =
  /^(?:add|create|new|make|more|delete|remove|clear|erase|wipe|drop|complete|finish|mark|tick|check|cross|close|set|move|push|tag|label|untag|rename|change|update|edit|undo|restore|reopen|put|i|i'm|we|need|gotta|dont|don't|no|not|remind|give|these|those|two|three|four|five|both|done|did|postpone|snooze|delay|shift|defer|reschedule|prioriti[sz]e|how|when|why|who|can|do|is|are|have|what|what's|whats|which|sort|split|merge|duplicate|copy|share|export|archive|hide|write|some|bulk|also|and|select|assign|start|stop|swap|replace|reset|kill|purge|nuke|scrap|trash|empty|del|cancel|forget|get|see|view|uncheck|unmark)$/i;

export const listingRules: readonly Rule[] = [
  {
    name: 'what-now',
    pattern:
      /^(?:what (?:should|can|could|shall|do|must) i (?:do|work on|start with|tackle|focus on)(?: first| next| now| today)?|what(?:'s| is) (?:first|next)|next|next one|what now|what else|(?:what|which)(?: (?:tasks?|things?|ones?))? (?:haven't i|have i not|didn't i|did i not)(?: yet)? (?:done|do|finish(?:ed)?|complete(?:d)?)(?: yet)?|am i (?:all )?(?:done|finished)(?: with everything)?|is (?:everything|that all) ?(?:done|finished)?|(?:did i (?:forget|miss)|have i (?:done|finished|completed|forgotten|missed)|am i (?:forgetting|missing)) (?:anything|everything|something)|what have i got(?: on| to do| left)?(?: today)?|(?:so )?how (?:am i|are we|'?s it|is it) (?:doing|going|getting on|looking|coming along)(?: (?:so far|today|with (?:my|the|everything|all).*))?|(?:am i|are we)(?: all)? (?:caught up|up to date|on track|on top of (?:things|everything|it all)|good|set|through)(?: (?:for today|today|now|yet|with (?:my|the|everything).*))?|(?:have i|did i) (?:caught up|catch up|clear(?:ed)? (?:my|the) list)|how(?:'s| is) (?:my|the) (?:list|day|progress|week)(?: looking| going| coming along)?|what(?:'s| is) (?:my|the) (?:progress|status|situation)|where (?:am i|are we)(?: at)?|(?:give me|gimme|show me) (?:a|an|my|the) (?:quick )?(?:summary|overview|status|progress|update|rundown|recap)|(?:quick )?(?:summary|progress|recap|rundown)|catch me up|fill me in|what(?:'s| is) (?:up|going on) (?:with|on) (?:my|the) (?:list|tasks))$/i,
    read: (_groups, reader) => sorted(listing('pending', reader), 'due'),
  },
  ...asking,
  ...lookingRules,
  {
    name: 'count',
    pattern:
      /^(?:(?:tell me |show me )?how (?:many|much)|count|(?:what(?:'s| is) the )?(?:total )?(?:number|count) of)(?: of)?(?: my| the)? (?<filter>.+)$/i,
    read: ({ filter = '' }, reader) => {
      const didOrHave =
        /\b(?:did i|have i|i'?ve|i have) (?:(?!to\b)\w+ )?(?:complete|completed|finish|finished|do|done)\b/i;
      const read = reader.filter(filter.replace(didOrHave, 'completed'));
      return { kind: 'list', filter: read, count: true };
    },
  },
  {
    name: 'count-all',
    pattern:
      /^(?:count|how many|(?:in )?total(?: tasks| number of tasks)?|how (?:long|big) is (?:my|the) (?:to-?do )?list)$/i,
    read: () => ({ kind: 'list', filter: { status: 'all' }, count: true }),
  },
  {
    name: 'what-done',
    pattern:
      /^(?:(?:show|tell|list)(?: me)? )?(?:what|which|everything|all)(?: tasks?| things?| ones?| stuff)?(?: that)? (?:(?:have|did|do) i|i(?:'ve| have)?) (?:already |just |ever |all )?(?:have )?(?:completed?|done|finish(?:ed)?|accomplish(?:ed)?|check(?:ed)?|(?:get|got)(?= done)|do(?=$| (?:today|yesterday|so far|this)))(?: done| off)?(?<filter>(?! to\b).*)$/i,
    read: ({ filter }, reader) => ({
      kind: 'list',
      count: false,
      filter: completedOf(reader.filter(filter)),
    }),
  },
  {
    name: 'search',
    pattern: /^(?:search|find|look|look up|find me|locate)(?: for)?(?: (?:any|all|my|the))* (?<query>.+)$/i,
    read: ({ query }, reader) => listing(query, reader),
  },
  {
    // "The oldest tasks", "what are my newest tasks"
    name: 'by-age',
    pattern:
      /^(?:(?:show|list|display|view|give|get|see)(?: me| us)? |(?:what|which)(?:'s|’s| are| is)? )?(?:my |the |all )*(?<age>oldest|earliest|newest|latest|most recent|most recently added) (?<filter>(?:open |pending |unfinished |completed )?(?:tasks|ones|things|items|to-?dos))(?: first)?$/i,
    read: ({ age = '', filter }, reader) =>
      sorted(listing(filter, reader, true), /^(?:old|earl)/i.test(age) ? 'id' : '-id'),
  },
  {
    // "List my tasks by date"
    name: 'shown-sorted',
    pattern: new RegExp(
      `^(?:show|list|display|view|give|get|see)(?: me| us)? (?<filter>.+?),? (?:sorted |ordered |arranged |ranked )?(?:by|in order of) ${sortKey}$`,
      'i',
    ),
    read: ({ filter, key }, reader) => sorted(listing(filter, reader), orderBy(key)),
  },
  {
    name: 'show',
    pattern:
      /^(?:(?:show|list|display|view|print|see|read|open up|check|review|filter(?: by| on)?|give|gimme|lemme see|let me see|get|tell|pull up|bring up|go (?:over|through)|remind me(?= (?:what|of (?:my|the|all))))(?: me| us)?(?: of)?(?: out)?)(?: (?:what|about))?(?<filter>(?: .+)?)$/i,
    read: ({ filter = '' }, reader) => (speaksOfTasks.test(filter) ? listing(filter, reader) : undefined),
  },
  {
    name: 'sorted',
    pattern: new RegExp(
      `^(?:sort|order|arrange|group|rank)(?: (?:my|the|all|them|it|these|those|by))*(?: (?:tasks|list|to-?dos))?(?: by)? ${sortKey}(?: first)?$`,
      'i',
    ),
    read: ({ key }, reader) => sorted(listing('all', reader), orderBy(key)),
  },
  {
    name: 'am-i-free',
    pattern:
      /^(?:(?:am i|are we)(?: going to be)? (?:free|busy|doing anything|available|booked)|what (?:am i|are we) doing|what(?:'?s| is) (?:happening|going on|planned|the plan|my plan|up(?= (?:for|on|next|today|tomorrow|this|tonight)\b))|(?:today's|todays) (?:plan|agenda|schedule)(?= ?)|what (?:do|have) (?:i|we) (?:have |got )?(?:going on|planned|gotta do))(?<filter>(?: .+)?)$/i,
    read: ({ filter }, reader) => listing(filter, reader, true),
  },
  {
    name: 'show-place',
    pattern:
      /^(?:(?:show|read|open|view|list)(?: me)?|what(?:'s| is| was| are| were)) (?<ref>#?\d+|(?:the |my )?(?:first|second|third|last|latest|newest|most recent)(?: \w+)??(?: tasks?| ones?)?)(?: (?:i|that i) (?:just )?(?:added|created|made))?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && /^(?:number|position)$/.test(reference.by)
        ? { kind: 'show', reference }
        : undefined;
    },
  },
  {
    name: 'bare-list',
    pattern: /^(?:list|show|ls|tasks|overview|summary|status|agenda|everything)$/i,
    read: () => ({ kind: 'list', filter: { status: 'all' }, count: false }),
  },
  {
    name: 'show-words',
    pattern: /^(?<verb>show|display|view|see)(?: me)? (?<filter>.+)$/i,
    // "See the dentist on thursday" is something to do.
    read: ({ verb, filter }, reader) =>
      /^see$/i.test(verb ?? '') && reader.dated(filter) ? undefined : listing(filter, reader),
  },
  {
    name: 'late',
    pattern:
      /^(?:(?:what|which|anything|any)(?: tasks?| things?| deadlines?| ones?| to-?dos?| due dates?)?(?: am i| i'm| that i'm| have i| did i)?|am i|have i|did i)(?: running| got)? (?:late|behind|overdue|miss(?:ed)?|past due)(?: (?:with|on|for))?(?: (?:anything|any tasks?|any deadlines?|something))?$|^(?:did|have) i (?:forget|forgot|forgotten|miss|missed) (?:anything|something|any tasks?) (?:yesterday|last week|this week|so far|recently|lately)$/i,
    read: (_groups, reader) => listing('overdue', reader),
  },
  {
    name: 'what-by',
    pattern:
      /^(?:what|which)(?: tasks?| things?| else)?(?: do| must| should| have)?(?: i)?(?: (?:have|need|want|got))*(?: to)? (?:finish|do|get done|complete|be done|hand in|due)(?: (?:tasks?|things?))?(?<filter> (?:by|before|on|today|tomorrow|tonight|this|next|until) ?.*)$/i,
    read: ({ filter }, reader) => listing(filter, reader, true),
  },
  {
    name: 'what-is',
    pattern:
      /^(?:what's|whats|what're|what|which|anything)(?: (?:is|are|do|did|else|other|about|should|must|can|have|all|of|tasks?|things?|stuff|ones?|the|my|i|still|to-?dos?|items?)\b)*(?<filter>.*\b(?:pending|left|open|remaining|outstanding|overdue|late|due|to do|todo|do|done|completed?|finished|list|tasks?|to-?dos?|plate|agenda|schedule|today|tonight|tomorrow|this week|next week|weekend|month|next|soon|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|urgent|important|priority|late|unfinished|incomplete|tagged|planned|coming up)\b.*|.* on (?:my |the )?(?:list|\w+day|[a-z]{3,9} \d{1,2}\w*|the \d{1,2}\w*))$/i,
    read: ({ filter = '' }, reader) => {
      const bare = filter.replaceAll(
        /\b(?:agenda|schedule|planned|next(?! (?:week|weekend|month|few|couple|\d|two|three|four|five|six|seven|ten|days|weeks))|come|coming up|up|should i|must i|can i|do i|am i|most)\b/gi,
        ' ',
      );
      const read = reader.filter(bare);
      const asksToDo =
        /\b(?:to do|todo|have to do|next|do i have|should|must|coming up)\b/i.test(filter) &&
        read.status === 'all';
      return { kind: 'list', count: false, filter: asksToDo ? { ...read, status: 'pending' } : read };
    },
  },
  {
    name: 'are-there',
    pattern:
      /^(?:do i (?:still )?(?:have|need)|have i (?:got)?|did i (?:add|have)|are there|is there|any|anything|got (?=any|anything|something|much))(?: ?(?:any|anything|something))?(?<filter> .+|)$/i,
    read: ({ filter }, reader) => listing(filter, reader, true),
  },
  {
    // "Only the work tagged ones"
    name: 'tagged-ones',
    pattern:
      /^(?:only |just )?(?:the |my |all )*#?(?<tag>[\w-]+)[- ]tagged (?:ones|tasks|things|stuff|items)(?: only)?$/i,
    read: ({ tag }, reader) => listing(`tagged ${tag}`, reader),
  },
  {
    name: 'named-list',
    pattern: new RegExp(
      `^(?<filter>(?:(?:my|the|all|all my|all the|only|just) )?(?:${statusWord} ){0,2}(?:${noun}|ones|list)(?: ${when}| (?:tagged|about|with) .+)?)$`,
      'i',
    ),
    read: list,
  },
  {
    // "Work tasks", "pending work tasks due today"
    name: 'narrowed-list',
    pattern: new RegExp(
      `^(?!.*:\\s*\\S)(?:(?:my|the|all|only|just) )*(?<filter>(?<first>[a-z#'’-]+)(?: [\\w#'-]+){0,3}? (?:tasks|to-?dos|todos|reminders)${narrowed}|(?:tasks|to-?dos|todos)${narrowed})$`,
      'i',
    ),
    read: ({ filter, first = 'tasks' }, reader) =>
      telling.test(first) || (taskVerbs.has(first.toLowerCase()) && first.toLowerCase() !== 'work')
        ? undefined
        : listing(filter, reader),
  },
  {
    name: 'bare-status',
    pattern: new RegExp(
      `^(?:only |just )?(?<filter>(?:everything|all|remaining|due|left|due ${when}|${statusWord})(?: ${when}| only)?|${when}(?: only)?)$`,
      'i',
    ),
    read: list,
  },
];
