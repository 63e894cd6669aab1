/** "Buy 2 no 3 tickets", "on thursday, or better friday": of two words of one kind the later one is meant. @module */

const thought = `(?:(?:oh|um+|uh+|er+|hmm+|ah)[\\s,]+)?(?:no|nope|sorry|wait|oops|actually|rather|or rather|or better|better|i mean(?:t)?|hang on|correction|scratch that)(?:[\\s,.]+(?:no|sorry|wait|actually|better|i mean(?:t)?))*`;
const apart = `[\\s,.;–—…-]+${thought}[\\s,:–—…-]+`;

const number = `(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const clock = `\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]m)?`;
const day = `(?:(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight)`;
const lead = `(?:(?:on|by|at|for|before) )?`;
const word = `[\\p{L}\\p{N}'-]+`;

type Step = readonly [pattern: RegExp, replacement: string];

/** Each needs something behind it, or in front of it, that both words belong to. */
const steps: readonly Step[] = [
  [new RegExp(`\\b${day}${apart}${lead}(${day})\\b,?`, 'giu'), '$1'],
  [
    new RegExp(`(?<=\\b(?:at|by|for|around) )${clock}${apart}${lead}(${clock})(?![\\w:.]*\\d)\\b,?`, 'giu'),
    '$1',
  ],
  [
    new RegExp(`(?<=\\S )(?<!\\b(?:task|number|no\\.?) )${number}${apart}(${number})(?= \\p{L}{3,})`, 'giu'),
    '$1',
  ],
  // "Tag it work, no, personal".
  [
    new RegExp(
      `^(\\W*(?:please |can you )?(?:tag|label) (?:${word} ){1,4}?(?:as |with )?)${word},? ?${apart}(${word})[.!]*$`,
      'iu',
    ),
    '$1$2',
  ],
];

/** The text with the later word of two that are of one kind. */
export function withLaterWord(text: string): string {
  return text.length > 300
    ? text
    : steps.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
