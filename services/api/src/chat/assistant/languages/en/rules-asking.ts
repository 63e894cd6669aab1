/** Questions about one task, and about whether there is one. @module */
import type { Rule } from '../../language.ts';
import { completedOf, listing } from './listing.ts';
import { done, listed as noun } from './vocabulary.ts';

const trash = `(?:trash(?:ed)?|bin|recycle bin|deleted|removed|thrown away)`;

const showing: Rule['read'] = ({ ref }, reader) => {
  const reference = reader.reference(ref);
  return reference && { kind: 'show', reference };
};

/** "Is the report done", "did I pay the rent": a yes or no is wanted. */
const asked: Rule['read'] = (groups, reader) => {
  const request = showing(groups, reader);
  if (request?.kind !== 'show' || !groups.done) return request;
  return { ...request, whether: 'done' };
};

export const asking: readonly Rule[] = [
  {
    name: 'trash',
    pattern: new RegExp(
      `^(?:(?:show|list|see|view|display|open)(?: me)?|what(?:'s| is| are| have| did| was)?(?: i)?|which)?(?: tasks| things)?(?: (?:all|in|the|my|i|have))*(?: recently)? ?${trash}(?: ${noun}| ones)?$|^what (?:did|have) i (?:just )?(?:deleted?|removed?)$`,
      'i',
    ),
    read: () => ({ kind: 'list-trash' }),
  },
  {
    name: 'time-left',
    pattern:
      /^how (?:much time|long|many days)(?: do i have| have i got| is(?: there)?)(?: left)? (?:for|until|till|before) (?<ref>(?!today\b|tomorrow\b|tonight\b|christmas\b|new year)\S.*?)(?: is due)?$/i,
    read: showing,
  },
  {
    // "Saturday?", "and on friday?"
    name: 'day-asked',
    raw: true,
    pattern:
      /^(?:and |so |ok |what about |how about |anything )*(?:(?:for|on|by|due|this) )?(?<filter>[^?]{3,30}?)\s*\?+$/i,
    read: ({ filter }, reader) => {
      const day = reader.due(filter);
      return day && !day.clock ? { ...listing(filter, reader, true), further: true } : undefined;
    },
  },
  {
    // "And the ones already done?", "what about the overdue ones"
    name: 'others-asked',
    raw: true,
    pattern: new RegExp(
      `^(?:(?:and|but|ok|so|now)[\\s,]+)*(?:(?:what|how) about |and |also |plus )(?:show (?:me )?)?(?<filter>(?:the |my |all )*(?:(?:ones?|tasks?|things|stuff)(?: that| which)?(?: i| are| is| were|'s|'re)*(?:'ve| have)? )?(?:already |still |not yet )*(?:${done}|pending|open|left|remaining|overdue|unfinished|not done|high priority|low priority|urgent)(?: ones?| tasks?| things| stuff)?)[?.!]*$`,
      'i',
    ),
    read: ({ filter }, reader) => ({ ...listing(filter, reader), further: true }),
  },
  {
    // "Did I already put eggs on here?"
    name: 'is-it-there',
    pattern:
      /^(?:did|have|do) i (?:already |ever )*(?:put|add|added|write|wrote|written|note|noted|have|got|include|included|save|saved|list|listed) (?<filter>(?!any|some|every|all\b)\S.*?)(?: (?:down|on|in|to|onto|here|there|already|yet|(?:on |in |to )?(?:here|there|(?:my|the) (?:[\w-]+ )?list)))+$/i,
    read: ({ filter }, reader) => listing(filter, reader),
  },
  {
    // "What have I ticked off"
    name: 'what-ticked',
    pattern:
      /^(?:what|which (?:ones|tasks|things))(?: all)?(?:(?: have|'ve| did)? (?:i|we)(?:'ve| have)?)(?: already| actually| just)* (?:ticked|checked|crossed|tick|check|cross)(?: off)?(?<filter> .*)?$/i,
    read: ({ filter }, reader) => ({
      kind: 'list',
      count: false,
      filter: completedOf(reader.filter(filter)),
    }),
  },
  {
    // "Did I tick anything off?"
    name: 'did-anything',
    pattern:
      /^(?:did|have) (?:i|we) (?:already |actually |even |just )*(?:tick(?:ed)?|check(?:ed)?|cross(?:ed)?|get|gotten|got|do|done|accomplish(?:ed)?|manage(?:d)?|achieve(?:d)?|finish(?:ed)?|complete(?:d)?)(?: off)? (?=.*\b(?:done|off|yet|finished|completed|at all)\b|(?<=\b(?:tick|ticked|check|checked|cross|crossed|accomplish|accomplished|achieve|achieved|finish|complete|manage|managed) (?:off )?).)(?:to (?:do|get|finish) )?(?:anything|something|any(?: tasks| things| of (?:them|it|those))?|stuff|much)(?: (?:done|off|yet|finished|completed|at all))*(?<filter>.*)$/i,
    read: ({ filter }, reader) => ({
      kind: 'list',
      count: false,
      filter: completedOf(reader.filter(filter)),
    }),
  },
  {
    // "Remember when I added the curtains thing?"
    name: 'remember-adding',
    pattern:
      /^(?:do you |d'you )?remember (?:when |that )?(?:i|we) (?:added|put|wrote|noted|made|created|told you about)(?: down| in)? (?<ref>(?:the|my|that|a) [^,;.?!]+?)(?: (?:on|in|here|down)(?: (?:here|there|the list|my list))?)?$/i,
    read: showing,
  },
  {
    // "Have you deleted my gym task?" asks.
    name: 'have-you',
    pattern:
      /^(?:did|have) (?:you|u) (?:already |just |really )*(?:deleted?|removed?|add(?:ed)?|moved?|changed?|completed?|renamed?|mark(?:ed)?|tick(?:ed)? off|put|saved?|ke(?:ep|pt)|get|got)(?: down)? (?<ref>(?!any|every|all\b|it$|that$|this$|me\b)\S.*?)(?: (?:to|on|as|from|in) .*)?$/i,
    read: showing,
  },
  {
    // "Who's the call with?"
    name: 'who-with',
    pattern:
      /^(?:who|whom|what)(?:'s|s| is| was| are)? (?<ref>(?:the|my|that|our) [^,;]+?) (?:with|for|from|about)$/i,
    read: showing,
  },
  {
    name: 'when-is',
    pattern:
      /^(?:(?:until |by |till )?when|where|(?:by |until )?what (?:time|day|date))(?: is|'?s| was| were| are| am i| will i(?: be)?| do i| are we| do i (?:have|need) to| did i| should i| must i|can i|may i) (?<ref>.+?)(?: due)?$/i,
    read: showing,
  },
  {
    // "Rent due when", "dentist at what time"
    name: 'thing-when',
    pattern:
      /^(?<ref>(?!remind|add|tell|ask|let|know|i\b|find|check\b|see\b)[^,;.!?]{2,50}?)(?: is|'s| due| on| at| by)* (?:when|what time|what day|which day|what date)(?: again| is it| exactly)?\??$/i,
    read: showing,
  },
  {
    // "What's the deadline for calling bob", "is there a due date on the rent"
    name: 'deadline-of',
    pattern:
      /^(?:what(?:'s| is|s)|when(?:'s| is)|is there|does it have|tell me|check|show me)(?: the| an?)? (?:deadline|due date|due day|date|time|priority|tags?) (?:for|of|on) (?<ref>.+)$|^what (?:priority|tags?|due date|deadline|date)(?: is| are|'s| does| has| did)? (?<other>.+?)(?: have| got| tagged| set to| at)?$/i,
    read: ({ ref, other }, reader) => showing({ ref: ref ?? other }, reader),
  },
  {
    name: 'is-it-done',
    pattern: new RegExp(
      `^(?:is|are|was|were|has|have) (?<ref>(?!there|any|you|it going|my list).+?)(?: been)?(?: already| all)? (?:(?<done>${done})|pending|open|due.*|overdue|on (?:my|the) list|urgent|important|still (?:open|pending|there|left|to do|to be done|on (?:my|the) list))(?: yet| already)?$`,
      'i',
    ),
    read: asked,
  },
  {
    name: 'did-i',
    pattern:
      /^(?<done>did|have) i (?:already |ever |actually )?(?<ref>(?!have\b|got\b|add\b|missed\b|get any|add any|any\b|forget\b|miss\b)\w+ .+?)(?: yet| already| today)?$/i,
    read: asked,
  },
  {
    name: 'show-one',
    pattern:
      /^(?:(?:show|display|view|see|open|read|give|tell)(?: me)?|what(?:'s| is| was| about)|details|info)(?: (?:the )?(?:details?|info(?:rmation)?|notes?|description|more))?(?: (?:of|for|on|about))? (?<ref>(?:task |number |no\.? |#)+\d+|that task|that one|this task)$/i,
    read: showing,
  },
  {
    name: 'details-of',
    pattern:
      /^(?:(?:show|give|tell)(?: me)?|what(?:'s| is| are| was| were))?(?: ?the)? ?(?:details|status|info(?:rmation)?|notes?|description|more) (?:of|for|on|about) (?<ref>[^:]+)$/i,
    read: showing,
  },
  {
    name: 'what-about',
    pattern: /^what(?:'s| is| was) (?<ref>(?!this\b|that\b|it\b|life\b).+?) about$/i,
    read: showing,
  },
  {
    name: 'what-written',
    pattern:
      /^what (?:did|have) i (?:write|written|put|note|noted|say|add)(?: down)?(?: (?:in there|there|in (?:it|that)|about (?:it|that)|for (?:it|that)|on (?:it|that)))?$/i,
    read: () => ({ kind: 'show', reference: { by: 'mention', many: false } }),
  },
  {
    name: 'one-place',
    raw: true,
    pattern: /^(?:what|how) about (?<ref>(?:the )?\w+ one|(?:task |number |#)+\d+)[?.!]*$/i,
    read: showing,
  },
  {
    name: 'the-other-one',
    raw: true,
    pattern:
      /^(?:and |so |what about |how about )?(?<ref>the other(?: one| task)?|the others|the other (?:two|three|ones))[?.!]*$/i,
    read: showing,
  },
  {
    name: 'one-number',
    raw: true,
    pattern: /^(?<ref>(?:task |number |#)+\d+)[?.!]*$/i,
    read: showing,
  },
];
