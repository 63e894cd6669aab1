/** Taking back more than the last thing: "undo the last two", "bring both back". @module */
import type { Rule } from '../../language.ts';

const regret = `^(?:(?:no|nope|nah|oops|whoops|sorry|wait|oh|ah|hang on|hey|actually|please|and|so|ok|okay)[\\s,.!]+)*`;
const count = `(?<count>\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|both|couple(?: of)?|few)`;
const last = `(?:(?:the|my|your|those|these|that|all) )*(?:(?:last|previous|latest|most recent|past) )?${count}`;
const things = `(?: (?:of (?:them|those|these)|changes?|things?|actions?|steps?|ones?|tasks?|edits?|moves?|(?:that |which )?(?:i|you|we)(?:'ve| have)?(?: just)? (?:did|done|made|added|changed|completed|ticked|finished|moved)))*`;
const gone = `(?: (?:of (?:them|those|these)|things?|ones?|tasks?|deletions?|deletes|deleted(?: ones| tasks)?|(?:that |which )?(?:i|you|we)(?:'ve| have)?(?: just)? (?:deleted|removed|binned)))*`;
const end = `(?: (?:please|again|pls|now))*$`;

const words: Readonly<Record<string, number>> = {
  two: 2,
  both: 2,
  couple: 2,
  'couple of': 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const numberOf = (said = '') => words[said.toLowerCase()] ?? Number(said);

/** Deleted tasks come back; else they are places in the list that is shown. */
const broughtBack: Rule['read'] = ({ count: said }) => {
  const number = numberOf(said);
  const positions = Array.from({ length: number }, (_, index) => index - number);
  return {
    kind: 'undo',
    count: number,
    orElse: { kind: 'restore', reference: { by: 'position', positions } },
  };
};

export const undoingRules: readonly Rule[] = [
  {
    name: 'undo-twice',
    pattern: new RegExp(
      `${regret}(?:undo|revert|go back|ctrl ?z)(?: (?:it|that|them))? (?<times>twice|(?:two|three|2|3) times)${end}`,
      'i',
    ),
    read: ({ times = '' }) => ({ kind: 'undo', count: /twice|two|2/i.test(times) ? 2 : 3 }),
  },
  {
    // "Undo 2" is the second task; "undo the last 2" are changes.
    name: 'undo-several',
    pattern: new RegExp(
      `${regret}(?:undo|revert|reverse|roll ?back|take back|scratch)(?! (?:\\d+|two|three)(?: tasks?)?$) ${last}${things}${gone}${end}`,
      'i',
    ),
    read: ({ count: said }) => ({ kind: 'undo', count: numberOf(said) }),
  },
  {
    // "Undo everything I did today": what this conversation changed.
    name: 'undo-everything',
    pattern: new RegExp(
      `${regret}(?:undo|revert|reverse|roll ?back|take back)(?: (?:everything|it all|the lot|the whole (?:thing|lot)|all(?: of (?:it|them|this|that|those))?(?: (?:my|the|your|those|these))?(?: changes?| actions?| edits?)?|(?:my|your|the) changes))(?:(?: that| which)? (?:i|you|we)(?:'ve| have)?(?: just)? (?:did|done|made|changed|added))?(?: (?:today|so far|here|just now|in this (?:chat|conversation)))?${end}`,
      'i',
    ),
    read: () => ({ kind: 'undo', count: Number.MAX_SAFE_INTEGER }),
  },
  {
    name: 'take-several-back',
    pattern: new RegExp(`${regret}(?:take|change|set|turn|switch) ${last}${things} back${end}`, 'i'),
    read: ({ count: said }) => ({ kind: 'undo', count: numberOf(said) }),
  },
  {
    name: 'bring-several-back',
    pattern: new RegExp(
      `${regret}(?:restore|undelete|recover|bring back|get back|put back) (?=both|those|these|the last|the previous|my last|last|all)${last}${gone}${end}`,
      'i',
    ),
    read: broughtBack,
  },
  {
    name: 'several-back',
    pattern: new RegExp(
      `${regret}(?:i )?(?:bring|get|put|give|want|need)(?: me)? (?=both|those|these|the last|the previous|my last|last|all)${last}${gone} back${end}`,
      'i',
    ),
    read: broughtBack,
  },
];
