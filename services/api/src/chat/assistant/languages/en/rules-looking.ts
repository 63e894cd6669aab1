/** Looser ways to ask for the list: "how does tomorrow look", "what's most pressing", "only what's left". @module */
import type { Rule } from '../../language.ts';
import { listing } from './listing.ts';

/** "My week" is this one. */
const own = (text = '') =>
  text
    .replace(/\b(?:my |the )?(?:day|today)\b(?! (?:after|before))/i, 'today')
    .replace(/\b(?:my |the |this )?week\b(?<!next week)/i, 'this week')
    .replace(/\b(?:my |the )(?=tomorrow|evening|morning|weekend|month|\w+day)/i, '');

export const lookingRules: readonly Rule[] = [
  {
    // "How does tomorrow look", "what's my week looking like"
    name: 'looks-like',
    pattern:
      /^(?:so )?(?:how|what)(?:'s|s| is| does| do| are|'re|'ll| will)? (?<filter>.+?)(?:'s| be)? (?:look|looks|looking|shape|shaping|shapes)(?: up)?(?: like)?(?<more>(?: (?:for|on|this|next|today|tomorrow)\b.*)?)$/i,
    read: ({ filter = '', more = '' }, reader) =>
      listing(
        own(`${filter.replace(/^(?:it|things|my (?:list|schedule|calendar|agenda))$/i, '')}${more}`),
        reader,
        true,
      ),
  },
  {
    name: 'busy',
    pattern:
      /^(?:how (?:busy|full|packed|free) (?:am i|is|are we|will i be|is it)|(?:have i |do i have |have i got |i got |got |is there )?(?:much|a lot|lots|loads|anything much|a busy|plenty)(?: (?:on|to do|going on|planned|happening|left))?|(?:am i|are we|will i be|is) (?:very |really |too )?busy)(?<filter>.*?)(?: (?:busy|full|packed|free|on|planned))?$/i,
    read: ({ filter }, reader) => listing(own(filter), reader, true),
  },
  {
    name: 'is-day-busy',
    pattern:
      /^(?:is|will) (?<filter>(?:today|tomorrow|tonight|this \w+|next \w+|\w+day|my \w+))(?: be)? (?:very |really |too )?(?:busy|full|packed|free|empty|clear|quiet)$/i,
    read: ({ filter }, reader) => listing(own(filter), reader, true),
  },
  {
    name: 'most-important',
    pattern:
      /^(?:(?:show me |tell me |list )?(?:what(?:'s|s| is| are)?|which(?: (?:task|tasks|one|ones|things?))?(?: is| are)?) |(?=(?:my |the )?(?:top|biggest|main|priorities|most)\b))(?:(?:the|my) )*(?:(?:most|really|so|the) (?:pressing|important|urgent|critical|crucial)(?: (?:thing|things|task|tasks|one|ones|stuff))?|matters? (?:the )?most|top priorit(?:y|ies)|(?:biggest|main|highest|number one|first|current) priorit(?:y|ies)|priorities|pressing|can't wait|should i (?:prioriti[sz]e|focus on))(?: right now| now| today| at the moment| to do)?$/i,
    read: (_groups, reader) => ({
      ...listing('pending', reader),
      filter: { status: 'pending', priority: 'high' },
    }),
  },
  {
    // "All done?" asks.
    name: 'all-done',
    raw: true,
    pattern:
      /^(?:so |and |ok |are |is )*(?:it |that |they |we |am i )?(?:all|everything|both|every one)(?: of (?:them|it|those))?(?: is| are)?(?: all)? (?:done|finished|completed?|sorted|ticked off)(?: yet| now| then| already)?\s*\?+$/i,
    read: (_groups, reader) => listing('pending', reader),
  },
  {
    name: 'due-first',
    pattern:
      /^(?:what|which)(?: (?:one|task|thing|of (?:them|these|those)))?(?:'s|s| is| was| comes| gets)?(?: the)? (?:due|deadline) (?:first|next|soonest|earliest|the (?:soonest|earliest))$/i,
    read: (_groups, reader) => listing('pending', reader),
  },
  {
    name: 'can-wait',
    pattern:
      /^(?:what|which(?: ones?| tasks?| things?)?)(?: stuff| things?| tasks?)? (?:can|could|may) wait$|^what(?:'s| is)(?: the)? (?:least|not so|not very|not that) (?:urgent|important|pressing)$/i,
    read: (_groups, reader) => ({
      ...listing('pending', reader),
      filter: { status: 'pending', priority: 'low' },
    }),
  },
  {
    name: 'only-open',
    pattern:
      /^(?:(?:hide|skip|leave out|exclude|filter out|without|don't show(?: me)?|ignore) (?:the |my |all )*(?:done|completed?|finished|ticked|checked)(?: off)?(?: ones| tasks| stuff| things| items)?|(?:only|just)(?: show| list| give| tell)?(?: me)? (?:what(?:'s|s| is)|the|my|those|ones)? ?(?:still )?(?:left|open|pending|remaining|undone|not done|unfinished|to do)(?: ones| tasks| stuff| things)?)$/i,
    read: (_groups, reader) => listing('pending', reader),
  },
  {
    name: 'done-and-not',
    pattern:
      /^(?:show me |tell me )?what(?:'s|s| is| have i)? (?:done|finished|complete[d]?) and (?:what(?:'s|s| is| have i)? )?(?:not|isn't|is not|left|open|still (?:open|to do|left)|pending)(?: done| finished)?$/i,
    read: () => ({ kind: 'list', filter: { status: 'all' }, count: false }),
  },
  {
    name: 'list-them',
    pattern:
      /^(?:(?:please )?(?:list|show|display|see|view)(?: me)? (?:'?em|them|it)(?: all)?|(?:read|tell|say|give|repeat)(?: (?:it|me))?(?: out| back)? (?:the|my)(?: whole| full)? (?:to-?do )?list(?: back| out)?(?: to me)?|(?:show|list) all|the list|my list|list (?:it|everything) (?:out|all)?|full list|whole list|entire list|to-?do list|todos?)$/i,
    read: () => ({ kind: 'list', filter: { status: 'all' }, count: false }),
  },
  {
    name: 'filter-by',
    pattern:
      /^(?:filter|narrow|limit)(?: (?:it|them|the list|my list|my tasks|tasks|down))* (?:by|on|to|for|with) (?<filter>.+)$/i,
    read: ({ filter }, reader) => listing(filter, reader),
  },
  {
    name: 'who-to',
    pattern:
      /^(?:who|whom|where)(?: all)? (?:do|should|must|have|am|did) i (?:(?:still )?(?:need|have|got|want|supposed|meant)(?: to)? )?(?<filter>(?:call|phone|ring|email|text|message|meet|see|visit|write|talk|contact|reply|pay|go|be|ask|thank|invite)\b.*)$/i,
    read: ({ filter }, reader) => listing(filter, reader, true),
  },
  {
    name: 'last-added',
    pattern:
      /^(?:what(?:'s| is| was| were|s)?|which|show(?: me)?|see)(?: (?:task|one|thing))?(?: did i)? (?:(?:the |my )?(?:last|latest|newest|most recent)(?: (?:thing|task|one|item|entry|to-?do))?(?: (?:that )?i(?:'ve)? (?:just )?(?:added|created|made|put (?:in|on|down)|wrote(?: down)?))?|(?:just )?(?:add|create|put (?:in|on|down)) (?:last|most recently|just now)|(?:did i )?just add(?:ed)?)$/i,
    read: () => ({ kind: 'show', reference: { by: 'position', positions: [-1] } }),
  },
];
