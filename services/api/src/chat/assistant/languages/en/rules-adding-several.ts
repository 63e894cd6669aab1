/** Adding several tasks at once: lists with an announcement, on lines, numbered, or merely with commas. @module */
import type { Rule } from '../../language.ts';
import { datedItems } from './dated-items.ts';
import { adding, dated, drafts, some, addingVerb as verb } from './drafting.ts';
import { noun, nouns, onList } from './vocabulary.ts';

const count = `(?:these|those|the|the following|some|a few|a couple of|both|\\d+|two|three|four|five|six|seven|eight|nine|ten)`;

const something = `(?:something|a thing|smth|one|it|another|another one|one more)`;

/** What else may open a line: then the lines are requests of their own. */
const commanding =
  /^(?:please |can you |could you )?(?:add|create|remind|delete|remove|clear|mark|complete|tick|check|cross|rename|change|move|push|postpone|set|tag|untag|show|list|what|which|how|when|who|undo|restore|reopen|yes|no|hi|hello|hey|thanks|ok|okay|i|i'm|i've|we|it|that|this|make it|put)\b/i;

/** "Both for tomorrow", "all high priority": said of every one of them. */
const sharing: Rule['read'] = ({ titles, detail: said }, reader) => {
  const request = some(titles, reader, { named: true });
  const detail = said?.replace(/^(?:are |is |with |as |to be |should be )+/i, '');
  const due = reader.due(detail);
  const priority = reader.priority(detail);
  const tags = /^(?:tagged|#|tags? )/i.test(detail ?? '')
    ? reader.tags(detail?.replace(/^(?:tagged|tags?)(?: as| with)? /i, ''))
    : [];
  if (request?.kind !== 'add' || (!due && !priority && tags.length === 0)) return undefined;
  const { clock: _only, ...when } = due ?? {};
  const shared = adding(
    request.drafts.map((draft) => ({
      ...draft,
      ...when,
      ...(priority ? { priority } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    })),
  );
  return shared && { ...shared, entire: true };
};

export const addingSeveralRules: readonly Rule[] = [
  {
    name: 'add-unnamed',
    pattern: new RegExp(
      `^(?:add|create|new|(?:i (?:want|need|would like|'d like) to )?(?:add|create|make) ${something}(?: (?:else|new|${onList}))*|${verb}(?: me)?(?: a| an| another| one)?(?: new| more)* ${noun}(?: ${onList})?)$`,
      'i',
    ),
    read: () => ({ kind: 'add-unnamed' }),
  },
  {
    name: 'shared-detail',
    pattern:
      /^(?:add|put|create|note(?: down)?|remind me(?: to)?|(?:i |we )?(?:need|have|must|gotta)(?: to)?|new tasks?:?)(?: tasks?:?| down)? (?<titles>.+?),? (?:(?:and )?(?:both|all(?: of (?:them|those|these))?|all (?:two|three|four|five)|each(?: of them)?|everything)(?: of (?:them|those))?) (?<detail>\S.*)$/is,
    read: sharing,
  },
  {
    name: 'add-several',
    pattern: new RegExp(
      `^(?:${verb}|these are my|my)(?: me)?(?: ${count})*(?: new| more| other)* ${nouns}(?: ${onList})?(?: (?:for|due)(?: on| by)? (?<when>[^:\\n]{1,30}))?\\s*(?:[:,–—-]|\\bto\\b|\\bfor\\b|\\bcalled\\b|\\n)?\\s+(?<titles>.+)$`,
      'is',
    ),
    read: ({ when, titles }, reader) => dated(when, titles, reader),
  },
  {
    // "I need to do three things tomorrow: …", "shopping: …"
    name: 'announced',
    pattern: new RegExp(
      `^(?:(?:(?:i|we)(?:'ve| have| need| must| should| got| want| gotta)*|there are|on|here(?:'s| are| is)|these are|this is|add|create|put|remind me(?: of| about)?|to)(?: to)?(?: (?:do|buy|get|add|finish|remember|pick up))* ?)?(?:(?:what|the|my|our|a|some|all|all of|few|couple of|${count}) )*(?:(?:i|we) (?:need|have|want)(?: to)?(?: (?:do|buy|get|finish))?|following|new|more|other|${nouns}|errands|chores|shopping|groceries|(?:shopping|grocery|to-?do|packing) list|buy|get|list)+(?: (?:to (?:do|buy|get)|for me|from the (?:shop|store|supermarket)|please))*(?<when>(?: (?:for|by|on|due|this|next|today|tomorrow|tonight|before)\\b[^:\\n]{0,30})?)\\s*(?::|\\n)\\s*(?<titles>.+)$`,
      'is',
    ),
    read: ({ when, titles }, reader) => dated(when, titles, reader),
  },
  {
    name: 'day-colon',
    pattern: /^(?:for |on )?(?<when>[^:\n]{3,30}?)\s*(?::(?!\d)|\n)\s*(?<titles>.+)$/is,
    read: ({ when, titles }, reader) => (reader.due(when) ? dated(when, titles, reader) : undefined),
  },
  {
    name: 'numbered',
    pattern:
      /^(?:(?:please )?(?:add|create|to-?do|tasks?|list|new|note|things)\b[^\d\n]{0,40}?[\s:,–—-]+)?(?<titles>1[.):]\s*\S.*\s2[.):]\s*.+)$/is,
    read: ({ titles }, reader) => some(titles, reader, { named: true }),
  },
  {
    name: 'several-colon',
    pattern: new RegExp(
      `^(?:(?:i have|i've got|there are) )?(?:new |my |more |${count} )*(?:${nouns}|(?:shopping |to-?do |grocery )list|(?:add|create)(?: ${count}| all of these)+)\\s*(?::|\\n)\\s*(?<titles>.+)$`,
      'is',
    ),
    read: ({ titles }, reader) => some(titles, reader, { named: true }),
  },
  {
    name: 'to-list-first',
    pattern: new RegExp(
      `^(?:add|put|write|note)(?: down)?(?: this| ${count})? ${onList}\\s*(?:[:,–—-]|\\n)?\\s+(?<titles>.+)$`,
      'is',
    ),
    read: ({ titles }, reader) => some(titles, reader, { named: true }),
  },
  {
    name: 'bullets',
    pattern: /^(?<titles>(?:[-*•–]|\[ ?\])\s+\S.*)$/s,
    read: ({ titles }, reader) => some(titles?.replace(/^\S+\s+/, ''), reader, { named: true }),
  },
  {
    name: 'add-lines',
    pattern: /^(?:add|create|new|todo|to-do)\s*:?\s*\n(?<titles>.+)$/is,
    read: ({ titles }, reader) => some(titles, reader, { named: true }),
  },
  {
    // "Three things for the list: …", "chuck these on as well: …"
    name: 'announced-loosely',
    pattern:
      /^(?<head>(?!(?:delete|remove|clear|mark|complete|tick|check|cross|rename|change|move|push|set|tag|show|find|search|note|notes|i (?:did|finished|completed)|add \w+ing|add (?:a|the|my))\b)(?:[^:\n?]{0,50}\b(?:things?|tasks|items|to-?dos|these|those|the following|following|list|errands|chores|jobs|bits|stuff|bits and bobs|groceries|shopping|ingredients)\b[^:\n?]{0,25}|[^:\n?]{0,30}\b(?:buy|get|do|pack|remember)(?: today| tomorrow| this week)?))\s*(?::|\s[–—-]\s|\n)\s*(?<titles>\S.+)$/is,
    read: ({ head = '', titles }, reader) => {
      const when = reader.dated(head);
      const request = some(titles, reader, { named: true });
      if (request?.kind !== 'add' || !when) return request;
      const { clock: _only, ...due } = when.due;
      return adding(
        request.drafts.map((draft) => (draft.due_date || draft.due_at ? draft : { ...draft, ...due })),
      );
    },
  },
  {
    // "Chuck these on as well, sharpen the blades, oil the hinges"
    name: 'announced-these',
    pattern:
      /^(?:(?:also|and|please|can you) )*(?:add|put|chuck|throw|stick|pop|bung|get|note|write|save|log)(?: down)? (?:these|those|the following|all of these|both of these)(?: two| three| four| things| tasks| items)*(?: down| on| in| as well| too| please| onto? (?:my|the) list)*\s*[:,–—-]?\s+(?<titles>\S.+)$/is,
    read: ({ titles }, reader) => some(titles, reader, { named: true }),
  },
];

/** A message of nothing but things: on lines, or three and more of them behind commas. Nobody asked to add them. */
export const bareListRules: readonly Rule[] = [
  {
    name: 'lines',
    pattern: /^(?<titles>[^\n]+(?:\n+[^\n]+)+)$/s,
    read: ({ titles = '' }, reader) => {
      const lines = titles.split(/\n+/).filter((line) => line.trim() !== '');
      const told = lines.some(
        (line) => commanding.test(line.trim()) || line.trim().split(/\s+/).length > 9 || /[?]\s*$/.test(line),
      );
      return told ? undefined : adding(drafts(lines, reader), true);
    },
  },
  {
    // "English homework for wednesday, maths for thursday"
    name: 'dated-things',
    pattern: /^(?<titles>[^:?!\n]+(?:,| and )[^:?!\n]+)$/s,
    read: ({ titles = '' }, reader) => {
      const items = commanding.test(titles) ? undefined : datedItems(titles, reader);
      const told = items?.some(
        (item) =>
          commanding.test(item) ||
          /\b(?:i|you|he|she|they|it|is|are|was|were|not|done|finished|instead|because|sorry|moved?|change)\b/i.test(
            item,
          ),
      );
      return items && !told ? adding(drafts(items, reader), true) : undefined;
    },
  },
  {
    name: 'commas',
    pattern: /^(?<titles>[^,.!?:;\n]+(?:,[^,.!?:;\n]+){2,})$/s,
    read: ({ titles = '' }, reader) => {
      const items = titles.split(/,\s*(?:and |& )?|\s+(?:and|&)\s+/);
      const told = items.some(
        (item) =>
          commanding.test(item.trim()) ||
          item.trim().split(/\s+/).length > 3 ||
          /\b(?:i|you|it|is|are|was|done|finished|they|he|she|not|great|cool|lol|ok|okay|yes|no|nice|sure|fine|bye)\b|^(?:hi|hello|hey|thanks|please)\b/i.test(
            item,
          ) ||
          reader.due(item) !== undefined ||
          reader.priority(item) !== undefined,
      );
      return told ? undefined : adding(drafts(items, reader), true);
    },
  },
];
