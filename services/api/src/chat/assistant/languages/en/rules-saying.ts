/** Roundabout ways: "it would be nice if laundry was on my list", "they've moved it to monday". @module */
import type { Rule } from '../../language.ts';
import { one, some } from './drafting.ts';
import { listing } from './listing.ts';
import { noting, rescheduling, tagging } from './updating.ts';
import { onList } from './vocabulary.ts';

export const sayingRules: readonly Rule[] = [
  {
    name: 'nice-if-there',
    pattern: new RegExp(
      `^(?:it(?:'d| would) be (?:really |so )?(?:nice|great|good|lovely|helpful|handy|cool|useful)|i(?:'d| would) (?:really )?(?:like|love)(?: it)?|i wish|i (?:want|need))(?: if| that| to have)? (?<title>\\S.*?)(?: was| were| is| to be| be| could be| could go| would be| went| got)?(?: put| added| written)? ${onList}(?: too| as well| please)*$`,
      'i',
    ),
    read: ({ title }, reader) => some(title, reader, { named: true }),
  },
  {
    // "Ballet shoes for lily, need them by the 4th"
    name: 'needed-by',
    pattern:
      /^(?<thing>(?!(?:i|we|he|she|they)\b)[^,.;:\n]{3,60})[,.;–—-]+ (?:i |we |she |he |they )?(?:need|needs|want|must have|have to have)(?: to have)? (?:it|them|this|these|that|those)(?: done| ready)? (?<when>(?:by|on|before|for|tomorrow|today|next|this)\b.+)$/i,
    read: ({ thing, when }, reader) => (reader.due(when) ? one(`${thing} ${when}`, reader) : undefined),
  },
  {
    name: 'somebody-moved',
    pattern:
      /^(?:they|he|she|we|someone|somebody)(?:'ve|'s| have| has)?(?: just| now)? (?:moved|pushed|changed|rescheduled|postponed|shifted|put back|brought forward)(?: back)? (?<ref>it|that|this|(?:the|my|our) .+?)(?: back| forward)? (?:to|until|till|for) (?<when>.+)$/i,
    read: rescheduling,
  },
  {
    name: 'can-be-done-until',
    pattern:
      /^(?<ref>(?:the|my|our) \S.*?) can (?:now )?be \w+(?:ed|id|ne|nt|pt|en|ght) (?:until|till|by|on) (?<when>.+)$/i,
    read: rescheduling,
  },
  {
    name: 'can-it-say',
    pattern:
      /^(?:can|could|should) (?<ref>(?:the |my )?\S.*? (?:one|task)|(?:task |number |#)+\d+) (?:say|read|be called) (?<value>.+)$/i,
    read: ({ ref, value }, reader) => {
      const reference = reader.reference(ref);
      const changes = reader.changes(value);
      return reference && changes && { kind: 'update', reference, changes };
    },
  },
  {
    name: 'note-behind-task',
    pattern:
      /^(?:add|put|write|attach|append) (?:to|on|in|under) (?<ref>\S.*?) (?:this|the|a|the following|following) (?:note|description|comment|detail)s?\s*(?::|that says|saying)?\s+(?<value>\S.*)$/is,
    read: noting,
  },
  {
    name: 'tag-instead',
    pattern: /^add (?:the |a )?(?:tag )?(?<tags>#?[\w-]+)(?: tag)? instead$/i,
    read: (groups, reader) => {
      const request = tagging('addTags')(groups, reader);
      const title = one(groups.tags, reader);
      return request?.kind === 'update' && title ? { ...request, orElse: title } : request;
    },
  },
  {
    // "Remind me again on the 1st": of what was spoken of.
    name: 'remind-again',
    pattern:
      /^remind me(?:,? (?:again|once more|one more time)|,? (?:about|of) (?:it|that|this|that one))+,? (?<when>\S.*)$/i,
    read: ({ when }, reader) => {
      const due = reader.due(when);
      if (!due) return undefined;
      const { clock: _only, ...fields } = due;
      return { kind: 'remind-again', fields };
    },
  },
  {
    // "Infra stuff?"
    name: 'stuff-asked',
    raw: true,
    pattern: /^(?:any |the |my |all )*(?<filter>[\w-]+ (?:stuff|things|items|ones))\s*\?+$/i,
    read: ({ filter }, reader) => listing(filter, reader),
  },
  {
    name: 'count-of',
    pattern:
      /^(?<filter>(?:open|pending|done|completed?|finished|overdue|total|tasks?|list)) (?:count|total|number)$/i,
    read: ({ filter }, reader) => ({ kind: 'list', filter: reader.filter(filter), count: true }),
  },
];
