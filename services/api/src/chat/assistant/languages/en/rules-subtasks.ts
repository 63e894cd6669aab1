/** Adding a task that is a part of another: "add a subtask to 3: …", "put balloons under the party". @module */
import type { Rule } from '../../language.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { some } from './drafting.ts';

const adding = `(?:add|put|create|make|stick|pop|note|new)`;
const part = `(?:sub-?tasks?|sub tasks?|sub-?items?|sub-?to-?dos?|sub-?steps?)`;
const number = `(?:the )?(?:task |number |no\\.? |#)*\\d+`;

/** Several parts are as welcome as one. */
function under(titles: string | undefined, parent: string | undefined, reader: ClauseReader, plain?: string) {
  const asked = some(titles, reader, { named: true });
  const reference = reader.reference(parent);
  if (asked?.kind !== 'add' || !reference || reference.by === 'filter') return undefined;
  const orElse = plain ? some(plain, reader) : undefined;
  return { ...asked, under: reference, ...(orElse ? { orElse } : {}) };
}

export const subtaskRules: readonly Rule[] = [
  {
    // "Split the report into outline, draft and review"
    name: 'split-into',
    pattern: new RegExp(
      `^(?<plain>(?:split|break)(?: up| down)? (?<parent>.+?)(?: up| down)? into(?: the| these| its)?(?: (?:two|three|four|five|six|\\d))?(?: (?:${part}|steps|parts|pieces|tasks))?\\s*:?\\s+(?<titles>\\S.*,.*|\\S.* and .*))$`,
      'is',
    ),
    read: ({ titles, parent, plain }, reader) => under(titles, parent, reader, plain),
  },
  {
    // "Add a subtask to 3: buy candles", "subtasks for the party: cake, music"
    name: 'subtask-of',
    pattern: new RegExp(
      `^(?:${adding} )?(?:(?:a|an|another|the|these|two|three|some|\\d)(?: new| more)? )?${part} (?:to|under|for|of|on|in) (?<parent>[^:]+?)\\s*(?::|\\s[–—-]\\s)\\s*(?<titles>\\S.*)$`,
      'is',
    ),
    read: ({ titles, parent }, reader) => under(titles, parent, reader),
  },
  {
    // "Add a subtask to task 3 to buy candles", "add buy candles as a subtask of the party"
    name: 'subtask-of-number',
    pattern: new RegExp(
      `^(?:${adding} )?(?:(?:a|an|another|the)(?: new)? )?${part} (?:to|under|for|of|on|in) (?<parent>${number}|it|that|this)[,:]? (?:to |called |named )?(?<titles>\\S.*)$`,
      'is',
    ),
    read: ({ titles, parent }, reader) => under(titles, parent, reader),
  },
  {
    name: 'as-subtask',
    pattern: new RegExp(
      `^${adding} (?<titles>.+?) as (?:an? |the )?(?:new )?(?:${part}|part) (?:to|under|for|of|on|in) (?<parent>.+)$`,
      'is',
    ),
    read: ({ titles, parent }, reader) => under(titles, parent, reader),
  },
  {
    name: 'subtask-called-under',
    pattern: new RegExp(
      `^${adding} (?:an? |the |another )?(?:new )?${part}:? (?:called |named |to )?(?<titles>.+?) (?:under|to|for|of|on) (?<parent>.+)$`,
      'is',
    ),
    read: ({ titles, parent }, reader) => under(titles, parent, reader),
  },
  {
    name: 'under-number',
    pattern: new RegExp(
      `^${adding} (?<titles>.+?) (?:under|underneath|beneath|below|inside) (?<parent>${number}|it|that one|that task)$`,
      'is',
    ),
    read: ({ titles, parent }, reader) => under(titles, parent, reader),
  },
  {
    // "Put the key under the mat" is a task; that there is one of that name, nobody knows yet.
    name: 'under-named',
    pattern: new RegExp(
      `^(?<plain>${adding} (?<titles>.+?) (?:under|underneath|beneath) (?<parent>(?:(?<!^put .*)|(?=the |my ))(?!(?:the |a )?(?:tag|label|list|category|heading|priority)\\b)[^,]+))$`,
      'is',
    ),
    read: ({ titles, parent, plain = '' }, reader) =>
      under(titles, parent, reader, plain.replace(/^(?:add|create|make|new) /i, '')),
  },
];
