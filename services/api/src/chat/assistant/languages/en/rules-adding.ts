/** Adding tasks. These stand last: their verbs take any words that follow. @module */
import type { Rule } from '../../language.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';

const noun = `(?:task|to-?do(?: item)?|reminder|item|entry|note|thing to do)`;
const nouns = `(?:tasks|to-?dos|reminders|items|entries|things(?: to do)?)`;
const verb = `(?:add|create|make|insert|jot down|write down|note down|put down|record|set up|set|log|save|schedule|start|enter|register|i(?:'d| would)? (?:want|need|like)(?: to (?:add|create|make))?|new|give me|open)`;
const myList = `(?:to|on|onto|in|into) (?:my|the|our) (?:to-?do |task |tasks? )*(?:list|tasks|to-?dos|agenda)`;

const one = (text: string | undefined, reader: ClauseReader) => {
  const draft = reader.draft(text);
  return draft && { kind: 'add' as const, drafts: [draft] };
};
const several = (text: string | undefined, reader: ClauseReader) => {
  const drafts = reader.drafts(text);
  return drafts.length > 0 ? { kind: 'add' as const, drafts } : undefined;
};

export const addingRules: readonly Rule[] = [
  {
    name: 'add-unnamed',
    pattern: new RegExp(
      `^(?:add|create|new|${verb}(?: me)?(?: a| an| another| one)?(?: new| more)* ${noun}(?: ${myList})?)$`,
      'i',
    ),
    read: () => ({ kind: 'add-unnamed' }),
  },
  {
    name: 'add-several',
    pattern: new RegExp(
      String.raw`^(?:${verb}|these are my)(?: me)?(?: (?:these|the following|some|a few|\d+|two|three|four|five|six|seven|eight|nine|ten))*(?: new| more)* ${nouns}(?: ${myList})?\s*(?:[:,–—-]|\bto\b|\bfor\b|\bcalled\b)?\s+(?<titles>.+)$`,
      'is',
    ),
    read: ({ titles }, reader) => several(titles, reader),
  },
  {
    name: 'several-colon',
    pattern: new RegExp(String.raw`^(?:new |my )?${nouns}\s*:\s*(?<titles>.+)$`, 'is'),
    read: ({ titles }, reader) => several(titles, reader),
  },
  {
    name: 'add-task',
    pattern: new RegExp(
      String.raw`^${verb}(?: me)?(?: a| an| another| one| the)?(?: new| quick| following)*(?<lead>(?: (?:high|low|medium|top)[- ]priority| urgent| important)?)(?: new)? ${noun}(?: ${myList})?(?:\s*[:,–—-]\s*|\s+)(?:(?:called|named|titled|saying|that says|which says|that i (?:need|have) to|for me to|:)\s+)?(?<title>.+)$`,
      'i',
    ),
    read: ({ title = '', lead = '' }, reader) => {
      const draft = reader.draft(
        title.replace(/^about (?!\w+ing)/i, '').replace(/^for (?=\w+ing\b|me to\b|\w+$)/i, ''),
      );
      const level = reader.priority(lead.trim());
      return draft && { kind: 'add', drafts: [level ? { ...draft, priority: level } : draft] };
    },
  },
  {
    name: 'add-to-list',
    pattern: new RegExp(
      String.raw`^(?:add|put|insert|write|place|get|stick)(?: down)? (?<titles>.+?) ${myList}(?<details>(?:[\s,].*)?)$`,
      'i',
    ),
    read: ({ titles = '', details = '' }, reader) =>
      /,/.test(titles) && details.trim() === ''
        ? several(titles, reader)
        : one(`${titles}${details}`, reader),
  },
  {
    name: 'remind',
    pattern:
      /^(?:(?:set|add|create) a reminder(?: for me)?|remind me|remind myself|remember|don't (?:let me )?forget|do not forget|make sure(?: that)?(?: i| to)?|i mustn't forget|i (?:must|should|need to|have to|want to) (?:not forget|remember))(?: (?:about|of|that i (?:need|have) to|that i should|to))?(?<when>) (?<title>.+)$/i,
    read: ({ title }, reader) => one(title, reader),
  },
  {
    name: 'i-need',
    pattern:
      /^(?:i|we)(?:'ll|'ve|'d| will| really| also| still| do)* (?:need|have|ought|got|gotta|must|should|want|am supposed|'m supposed|am going|'m going|would like|better|plan)(?: (?:to|got to))? (?:(?:remember|not forget) to )?(?<title>.+)$/i,
    read: ({ title = '' }, reader) =>
      /^(?:to )?(?:know|see|ask|a question|no idea|help|you|nothing|more time)\b/i.test(title)
        ? undefined
        : one(title, reader),
  },
  {
    name: 'prefix',
    pattern: /^(?:new )?(?:to-?do|task|reminder|note to self|note)\s*[:–—-]\s*(?<title>.+)$/i,
    read: ({ title }, reader) => one(title, reader),
  },
  {
    name: 'urgent',
    pattern: /^(?<title>(?:urgent|important|critical|asap)\s*[:!,–—-]\s*.+)$/i,
    read: ({ title }, reader) => one(title, reader),
  },
  {
    name: 'add',
    pattern:
      /^(?:add|create|schedule|jot down|write down|note down|note that|note|insert|put down|record|log|plan to|new)(?: in| down)?:? (?<title>.+)$/i,
    read: ({ title = '' }, reader) =>
      /,.*(?:,|\band\b)/i.test(title) &&
      !/[.:;]/.test(title) &&
      title.split(',').every((item) => item.trim().split(/\s+/).length <= 3)
        ? several(title, reader)
        : one(title, reader),
  },
];
