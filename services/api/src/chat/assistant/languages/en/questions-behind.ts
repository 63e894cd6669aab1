/** "Saturday what do i have then": what a question is about stands before it. @module */

const ends = `(?: (?:then|on|there|again|now|please|pls|planned|going on|to do|coming up|left|though|ah|exactly))*[\\s?!.]*$`;
const about = `^(?:(?:so|and|ok|okay|well|um|now)\\s+)*(?<what>(?!(?:i|we|it|that|this|there|what|which|when|how|show|list|tell|add|remind)\\b)[^,.;!?\\n]{2,60}?)\\s*[,:?–—-]*\\s+`;

type Way = readonly [pattern: RegExp, question: (what: string) => string];

const ways: readonly Way[] = [
  [
    new RegExp(
      `${about}(?:got what|what(?:'s|s| is)? (?:do i have|have i got|is there|on|am i doing|should i do|have i to do)|what i (?:have|got)|what do i (?:have|need) to do|got anything|anything|do i have (?:anything|something))${ends}`,
      'i',
    ),
    (what) => `what do i have ${what}`,
  ],
  [
    new RegExp(`${about}(?:what|which)(?: ones)? (?:are|were) (?:they|those|these)${ends}`, 'i'),
    (what) => `show ${what}`,
  ],
  [
    new RegExp(`${about}(?:what|which)(?: one)? (?:is|was) (?:it|that)${ends}`, 'i'),
    (what) => `show ${what}`,
  ],
  [
    new RegExp(`${about}how many(?: (?:are|is|of them|do i have|are there|have i got|is it))*${ends}`, 'i'),
    (what) => `how many ${what}`,
  ],
  [
    new RegExp(`${about}when(?:'s|s| is| was) (?:it|that|this one)(?: due)?${ends}`, 'i'),
    (what) => `when is ${what} due`,
  ],
  [
    new RegExp(
      `${about}(?:is|was) (?:it|that) (?:done|finished|completed)(?: already| yet| or not)*${ends}`,
      'i',
    ),
    (what) => `is ${what} done`,
  ],
  [
    new RegExp(
      `${about}(?:have i done|did i (?:do|finish|complete)|have i finished) (?:it|that)(?: already| yet| or not)*${ends}`,
      'i',
    ),
    (what) => `is ${what} done`,
  ],
  [
    new RegExp(
      `${about}(?:do i have|have i got|is) (?:that|it|this)(?: (?:on|in) (?:my|the|here)(?: list)?)?${ends}`,
      'i',
    ),
    (what) => `show ${what}`,
  ],
];

/** The question with what it is about behind it; undefined when nothing stands before one. */
export function withQuestionInFront(text: string): string | undefined {
  for (const [pattern, question] of ways) {
    const what = pattern.exec(text)?.groups?.what;
    if (what) return question(what);
  }
  return undefined;
}
