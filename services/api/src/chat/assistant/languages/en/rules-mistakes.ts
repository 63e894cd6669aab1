/** What was done by mistake, and what was meant instead: "I ticked it by mistake", "no, not the bank, the dentist". @module */
import type { Rule } from '../../language.ts';
import { commandVerb } from './manners.ts';

const byMistake = `(?: by (?:mistake|accident|error)| accidentally| mistakenly| wrongly| in error| too early| too soon)`;
const unwilling = `(?:accidentally|mistakenly|wrongly|must have|shouldn't have|should not have|only) `;
const ticked = `(?:ticked|checked|crossed|marked|completed|finished|closed)`;
const deleted = `(?:deleted|removed|erased|binned|trashed|cancelled|canceled|dropped)`;
const asDone = `(?: off)?(?: (?:as )?(?:done|complete|completed|finished))?`;
const regret = `(?:(?:no|nope|nah|oops|whoops|sorry|wait|oh dear|oh no|dear me|oh|ah|argh|hang on|hey|actually)[\\s,.!]+)*`;
/** A thing or two words more, and no clause. */
const thing = `(?!that\\b|this\\b|it\\b|done\\b|urgent\\b|now\\b|yet\\b|today\\b|sure\\b)[^\\s,;.]+(?: [^\\s,;.]+){0,3}?`;

export const mistakeRules: readonly Rule[] = [
  {
    // "If I delete gym, can I get it back" asks, and wants nothing done.
    name: 'what-if',
    pattern:
      /^(?:and |so |but )*(?:what (?:happens|if)(?: if| when)?|if|when|can (?:i|you)|could (?:i|you)) (?:i |you |we )(?:delete|remove|complete|finish|tick|mark|undo|clear|rename)\b.*$/i,
    read: () => ({ kind: 'talk', topic: 'help', text: '' }),
  },
  {
    // "Swap the two: training friday, rota monday" cannot be done at once, and is no task.
    name: 'swap-them',
    raw: true,
    pattern:
      /^(?:please |can you |could you )*(?:swap|switch|exchange) (?:the two|them|those|these|both|the (?:dates|days|times|order|priorities)|(?:task |#)?\d+ (?:and|with) (?:task |#)?\d+)(?: (?:two|around|round|over|over|tasks|dates|of (?:them|those|these)))*(?:\s*[:,–—-]\s*.*|\s*)$/i,
    read: () => ({ kind: 'wonder', about: '' }),
  },
  {
    // "The meeting isn't cancelled after all"
    name: 'is-on-after-all',
    pattern:
      /^(?<ref>(?!(?:it|that|this|what)\b)\S.*?)(?: is not| isn't| was not| wasn't| are not| aren't|'s not| has not been| hasn't been)(?: actually| really)* (?:off|called off|cancelled|canceled|deleted|removed)(?: after all| any ?more| yet)*$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'restore', reference };
    },
  },
  {
    // "Actually the weekend is better for that"
    name: 'that-day-is-better',
    pattern: new RegExp(
      `^${regret}(?:i think |maybe |perhaps |how about |what about )?(?<when>[^,;.?]{3,40}?)(?: is|'s| would be| might be| will be| works?| suits? me| sounds)(?: probably| actually| much| a bit| way)* (?:better|best|easier|good|fine|ok|okay|great)(?: (?:for|with) (?:that|it|this|me|us)(?: one)?)*(?: actually| instead| then)*$`,
      'i',
    ),
    read: ({ when }, reader) => {
      const changes = reader.due(when?.replace(/^(?:on |at )?the (?=weekend)/i, 'this '));
      return changes && { kind: 'update', reference: { by: 'mention', many: false }, changes };
    },
  },
  {
    // "Milk is done", "no it isn't"
    name: 'it-is-not',
    pattern:
      /^(?:(?:no|nope|nah|oops|wait|sorry|oh|ah|hang on|hold on|actually)[\s,.!]+)+(?:it|that|this|that one|they)(?:'s not| is not| isn't| wasn't| hasn't(?: been)?| are not| aren't)(?: actually| really| yet| after all)*$/i,
    read: () => ({ kind: 'complete', reference: { by: 'mention', many: false }, completed: false }),
  },
  {
    name: 'wrong-one',
    pattern: new RegExp(
      `^${regret}(?:i|we|you)(?:'ve| have)? (?:just |accidentally )?(?:${ticked}|${deleted}|did|changed|moved|renamed|picked|got|pressed|clicked|hit|tapped|touched|chose|chosen|selected|said|typed|wrote|took)(?: off)? the wrong (?:one|task|thing|item|button|number|name)(?: off)?(?: (?:as )?(?:done|complete|completed|finished))?$`,
      'i',
    ),
    read: () => ({ kind: 'undo' }),
  },
  {
    // "Didn't mean to delete milk" deletes nothing.
    name: 'did-not-mean-to',
    pattern:
      /^(?:(?:no|oops|whoops|sorry|wait|oh|ah)[\s,.!]+)*(?:i |we )?(?:really |actually )?(?:(?:didn't|did not|never) (?:mean(?:t)? to |want(?:ed)? to )|wasn't supposed to |wasn't going to )(?:(?<gone>delete|remove|erase|bin|trash|cancel|drop)d?|(?<closed>tick|check|cross|mark|complete|finish|close))(?: off)? (?<ref>(?!it$|that$|this$|them$)\S.*?)(?: off)?(?: (?:as )?(?:done|complete|completed|finished))?(?: yet| though)?$/i,
    read: ({ gone, closed, ref }, reader) => {
      const reference = reader.reference(ref);
      if (!reference) return undefined;
      return gone || !closed
        ? { kind: 'restore', reference }
        : { kind: 'complete', reference, completed: false };
    },
  },
  {
    name: 'ticked-by-mistake',
    pattern: new RegExp(
      `^${regret}(?:i|we|you)(?:'ve| have)? (?:${unwilling}${ticked}(?: off)? (?<ref>\\S.*?)${asDone}|${ticked}(?: off)? (?<other>\\S.*?)${asDone}${byMistake})$`,
      'i',
    ),
    read: ({ ref, other }, reader) => {
      const reference = reader.reference(ref ?? other);
      return reference && { kind: 'complete', reference, completed: false };
    },
  },
  {
    name: 'deleted-by-mistake',
    pattern: new RegExp(
      `^${regret}(?:i|we|you)(?:'ve| have)? (?:${unwilling}${deleted} (?<ref>\\S.*?)|${deleted} (?<other>\\S.*?)${byMistake})$`,
      'i',
    ),
    read: ({ ref, other }, reader) => {
      const reference = reader.reference(ref ?? other);
      return reference && { kind: 'restore', reference };
    },
  },
  {
    // "No hang on, that was the washing"
    name: 'that-was-another',
    pattern: new RegExp(
      `^(?:(?:no|nope|nah|oops|whoops|sorry|wait|oh|hang on|hold on|actually)[\\s,.!]+)+(?:it|that|this) was (?:actually |really )?(?<ref>(?:the|my) ${thing})(?: (?:i|that i) (?:did|finished|meant))?$`,
      'i',
    ),
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'correct', reference };
    },
  },
  {
    // "Sorry, call Asim I meant"
    name: 'meant-behind',
    pattern: new RegExp(
      `^(?:(?:no|nope|nah|oops|whoops|sorry|wait|oh|hang on|actually)[\\s,.!]+)*(?<ref>${thing}),? (?:i|that's what i|is what i) (?:meant|mean)$`,
      'i',
    ),
    read: ({ ref }, reader) => {
      const reference = reader.due(ref) || reader.priority(ref) ? undefined : reader.reference(ref);
      const title = reader.draft(ref)?.title;
      return reference && { kind: 'correct', reference, ...(title ? { title } : {}) };
    },
  },
  {
    // "No not the bank, the dentist", "not milk but bread"
    name: 'not-this-that',
    pattern: new RegExp(
      `^${regret}(?:i said |i meant |i mean )?not (?<old>${thing})(?:\\s*[,;.–—-]+\\s*(?:but )?| but )(?:i (?:said|meant|mean) |it's )?(?<ref>(?!${commandVerb}\\b)${thing})$`,
      'i',
    ),
    read: ({ ref, old }, reader) => {
      const reference =
        reader.due(ref) || reader.due(old) || reader.priority(ref) ? undefined : reader.reference(ref);
      const title = reader.draft(ref)?.title;
      return reference && { kind: 'correct', reference, ...(title ? { title } : {}) };
    },
  },
  {
    // "No, the dentist, not the bank"
    name: 'that-not-this',
    pattern: new RegExp(
      `^(?:(?:no|nope|nah|oops|whoops|sorry|wait|hang on)[\\s,.!]+)+(?:i (?:said|meant|mean) |it's )?(?<ref>${thing}),? not (?<old>(?:the|my) ${thing})$`,
      'i',
    ),
    read: ({ ref, old }, reader) => {
      const reference = reader.due(ref) || reader.due(old) ? undefined : reader.reference(ref);
      return reference && { kind: 'correct', reference };
    },
  },
];
