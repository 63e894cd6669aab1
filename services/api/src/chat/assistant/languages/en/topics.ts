/** "The essay one, can you make that high priority": the task is named first, and what is wanted of it afterwards. @module */

const kindly = `(?:(?:so|and|just|well|please|pls|right|okay|ok|yeah|now|really|actually|then|(?:can|could|would|will) (?:you|u|ya|we)|i(?:'d| would)? (?:want|need|like)(?: you)? to|i want that|let's|you can|sorry)[\\s,]+)*`;
const verb = `(?:make|change|put|set|move|push|postpone|reschedule|prepone|tag|label|mark|delete|remove|take|bump|tick|check|cross|flag|give|bring|shift|rename|drop|complete|finish|reopen|uncheck|unmark|snooze|delay|bin|cancel|get rid of|do)`;
const pointer = `(?:it|that one|this one|that task|this task|that|this|those two|those ones|those|these|them both|both of (?:them|those)|them|they)`;
const field = `(?:name|title|description|notes?|due date|date|deadline|priority|time|tags?|day)`;
const topic = `(?:(?:can|could|would|will) (?:you|u) )?(?:(?:and|so|ok|okay|well|um|oh)\\s+)*(?<topic>(?!(?:i|we|you|he|she|it|they|there|that|this|what|which|when|who|how|why|can|could|please|${verb}|add|remind|show|list|no|not|yes|instead)\\b)[^,.;:!?\\n]{2,60}?)`;
const between = `(?:\\s*[,;:…–—-]+\\s*|\\s+)(?:(?:sorry|um|uh)\\s+)?`;

const commanded = new RegExp(
  `^${topic}${between}${kindly}(?<verb>${verb}) (?<before>(?:[^,.;!?]{0,30} )?)(?<pointer>${pointer})(?<more>(?:\\b.*)?)$`,
  'is',
);
const fieldOf = new RegExp(
  `^${topic}${between}${kindly}(?<verb>change|set|update|edit|move|make|put) the (?<field>${field}) (?<more>(?:to|as|for|on) .+)$`,
  'is',
);
const toldOf = new RegExp(
  `^${topic}${between}(?:${kindly})(?<pointer>those|they|these|it|both|that one|that)(?<be>'s|s|'?re| (?:should|are|is|was|were|isn't|isnt|has|have|need|needs|must|can)\\b)(?<more> .+)$`,
  'is',
);
/** "The car wash, sorry, i said friday didn't i, so change that to sunday": much is told before it is asked for. */
const toldBetween = new RegExp(
  `^(?:(?:and|so|ok|okay|well|um|oh)\\s+)*(?<topic>(?:the|my|number|task) (?:[\\w'-]+ ){0,3}?[\\w'-]+)[\\s,]+(?:sorry|well|is|isn't|isnt|was|has|have|needs?|doesn't|doesnt|i|we|they|it)\\b.*[\\s,;.]+(?:so|and|just|please|can you)\\s+${kindly}(?<verb>${verb}) (?<before>(?:[^,.;!?]{0,30} )?)(?<pointer>${pointer})(?<more>(?:\\b[^,;]*)?)$`,
  'is',
);
/** "The fifth of december, that's when the renewal is due". */
const dayFirst =
  /^(?<when>[^,.;!?]{4,40}?)[\s,]+(?:that'?s|is) (?:when|the (?:day|date)(?: that)?) (?<what>(?:my|the|our) \S.*? (?:is|are))(?: due)?(?: (?:so|and|can you|please)\b.*)?$/is;
/** "Finish by friday the essay" names nothing first; neither does a whole sentence of its own. */
const sentence = /\b(?:i|we|you|he|she|they|because|cos)\b|(?:'m|'ve|'ll)\b/i;

/** What the words point with becomes what was named; undefined when nothing is named first. */
export function withTopicInside(text: string): string | undefined {
  const told = toldOf.exec(text)?.groups;
  const exact = /^(?:task|number|#|the (?:first|last|second|third|\w+ one)\b)/i.test(told?.topic ?? '');
  if (told?.topic && !sentence.test(told.topic) && (exact || !/^(?:it|that)$/i.test(told.pointer ?? ''))) {
    const be = /^'?s$/i.test(told.be ?? '') ? ' is' : /re$/i.test(told.be ?? '') ? ' are' : told.be;
    return `${told.topic}${be}${told.more}`;
  }
  const named = fieldOf.exec(text)?.groups;
  if (named?.topic && !sentence.test(named.topic)) {
    return `${named.verb} the ${named.field} of ${bare(named.topic)} ${named.more}`;
  }
  const day = dayFirst.exec(text)?.groups;
  if (day) return `${day.what} due on ${day.when}`;
  const found = toldBetween.exec(text)?.groups ?? commanded.exec(text)?.groups;
  if (!found?.topic || sentence.test(found.topic)) return undefined;
  return `${found.verb} ${found.before}${bare(found.topic)}${found.more}`.replaceAll(/\s+/g, ' ');
}

/** "The description on plan trip is wrong": what is told of it does not name it. */
function bare(words: string): string {
  return words
    .replace(/ (?:is|are|was|has|have|got|isn't|isnt|needs?|doesn't|doesnt|didn't)\b.*$/i, '')
    .replace(/ (?:sorry|well|um|please)$/i, '')
    .replace(/^number (?=the\b)/i, '');
}
