/** A command that is taken back, or exchanged for another, before the message ends. @module */
import type { Rule } from '../../language.ts';
import type { Request } from '../../requests.ts';
import { commandVerb } from './manners.ts';

const thought = `(?:oh|ah|um+|hmm+|actually|wait|hang on|hold on|sorry|no|nope|nah|oops|scratch that|on second thoughts?|you know what|rather|or better|better|instead|lol|haha+)`;
const politely = `(?:(?:just|rather|better|please|pls|can you|could you|let's|instead|only|simply|maybe)[\\s,]+)*`;
const verb = `(?:delete|remove|bin|scrap|drop|cancel|complete|finish|mark|tick|check|cross|move|push|postpone|change|rename|make|set|tag|reopen|add|put|clear|erase|reschedule|snooze)`;
const start = `^(?:(?:please|pls|can you|could you|will you|would you|ok|okay|so|hey|hi|and|also)[\\s,]+)*`;

/** What is asked of "it" is asked of the task that was named before. */
function aimed(first: Request | undefined, second: Request | undefined): Request | undefined {
  if (!first || !second || !('reference' in first) || !('reference' in second)) return undefined;
  if (second.reference?.by !== 'mention' || !first.reference) return undefined;
  if (second.kind !== 'update' && second.kind !== 'delete' && second.kind !== 'complete') return undefined;
  const { orElse: _instead, ...rest } = second;
  return { ...rest, reference: first.reference, entire: true };
}

export const secondThoughtRules: readonly Rule[] = [
  {
    // "Can you delete the gloves one? no wait, don't"
    name: 'taken-back-at-once',
    raw: true,
    pattern: new RegExp(
      `${start}${verb} (?!(?:it|that|this)\\b)[^\\n]{1,80}?(?:[,.?!;–—…-]+\\s*|\\s+(?=no wait|wait no|actually|lol|jk|just kidding|on second))(?:${thought}[\\s,.!?-]+)*(?:don't(?: (?:do (?:it|that)|delete (?:it|that)|remove (?:it|that)|bother))?|do not|never ?mind(?: that| it)?|nvm|forget (?:it|that)|leave (?:it|that)(?: (?:alone|there|in|on|be|as (?:it is|is|it was)))?|keep (?:it|that|them)|jk|just kidding|(?:only |i'm |just )*(?:kidding|joking)|cancel that|scratch that|not (?:really|yet|now)|i(?:'ve)? changed my mind|i'?ll (?:keep|leave|do) it(?: myself)?)(?: (?:please|sorry|thanks|actually|after all|for now|yet|lol|though))*[\\s.!]*$`,
      'i',
    ),
    read: () => ({ kind: 'no' }),
  },
  {
    // "I paid the electricity but not the gas"
    name: 'this-but-not-that',
    pattern: /^(?<done>[^,;]+?),? (?:but|and) not (?:yet )?(?:the|my) [^,;]+?(?: yet)?$/i,
    read: ({ done }, reader) => {
      const request = reader.request(done);
      return request?.kind === 'complete' && request.completed ? { ...request, entire: true } : undefined;
    },
  },
  {
    // "Delete the gym, actually no just move it to saturday"
    name: 'rather-something-else',
    raw: true,
    pattern: new RegExp(
      `^(?<first>[^\\n]{4,80}?)[\\s,.?!;–—…-]+(?:${thought}[\\s,.!…-]+)+${politely}(?<second>${commandVerb}\\b[^\\n]*\\b(?:it|that|them)\\b[^\\n]*)$`,
      'i',
    ),
    read: ({ first, second }, reader) => aimed(reader.request(first), reader.request(second)),
  },
];
