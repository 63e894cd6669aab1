/** Sentences that were begun, broken off and begun again: "add a task to no wait okay add a task to sharpen the knives". @module */
import { commandVerb } from './manners.ts';

const breaking = `(?:um+|uh+|er+|no|wait|hang on|hold on|okay|ok|yes|yeah|sorry|well|right|so|actually|let me start (?:over|again)|start(?:ing)? (?:over|again)|scratch that|scrap that|forget that|never ?mind|oops|let me rephrase|i mean|you know what)`;
const frame = `(?:(?:can|could|would) (?:you|u) )?(?:please )?(?:remind me(?: to| about)?|${commandVerb}(?: (?:a|an|the|my|number|task|reminder|new|me)){0,3}(?: (?:to|for|that))?)`;

/** Nothing but the beginning of a request, a break, and a request. */
const brokenOff = new RegExp(
  `^(?:[\\s,]*${breaking}[\\s,.…-]+)*(?<begun>${frame})(?:[\\s,.…-]+${breaking})+[\\s,.…-]+(?=${frame} \\S)`,
  'i',
);
/** "Remind me to on sunday remind me to ring nan": a few words between the same two beginnings. */
const again = new RegExp(
  `^(?<begun>remind me|(?:${commandVerb}) (?:a|an|the|my|me|task|reminder) ?\\w*)(?: (?:to|about))? (?<between>[^.,;!?\\n]{0,40}?)[\\s,.…-]+(?=\\k<begun> )`,
  'i',
);
const when =
  /^(?:(?:on|at|by|for|before|this|next|in)\s+)*(?:the\s+)?(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|morning|afternoon|evening|noon|\d{1,2}(?::\d\d)?(?: ?[ap]m)?)(?:\s+(?:at|morning|afternoon|evening|\d{1,2}(?::\d\d)?(?: ?[ap]m)?))*$/i;

/** "One and four are done, one and four": what it began with is said once more. */
const lastAgain = /^(?<begun>\S+(?: \S+){1,4}?)(?<more>[\s,].*?)[\s,]+\k<begun>[.!]*$/i;

/** The message from where it was begun for good. */
export function withoutRestarts(text: string): string {
  const once = lastAgain.exec(text)?.groups;
  const rest = (once ? `${once.begun}${once.more}` : text).replace(brokenOff, '');
  const twice = again.exec(rest);
  const said = twice?.groups?.between?.trim();
  return twice && said && when.test(said) ? `${rest.slice(twice[0].length)} ${said}` : rest;
}
