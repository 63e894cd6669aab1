/** "Milk, add it to my list": what is to be added stands before the request to add it. @module */
import { before as manners } from './manners.ts';
import { onList } from './vocabulary.ts';

const kindly = `(?:(?:so|and|also|then|please|pls|plz|kindly|just|now|can you|could you|can u|could u|would you|will you|you can|i need you to|i want you to|i(?:'d| would) like you to|go ahead and)[\\s,]+)*(?:to )?`;
const politely = `(?:,? (?:too|as well|also|please|pls|plz|thanks|thank you|for me|will you|would you|could you|can you|if you (?:can|could|would)|quick(?:ly)?|asap|before i forget|dear|love|man|sir|mate|na|ok|now))*`;
const which = `(?:(?:them|these|those) (?:both|all)|it|that|this|these|those|them|one|both|both of (?:them|those|these|'?em)|all (?:of )?(?:them|those|these|that|of it|three|four|five|\\d)|all)`;
const separately = `(?:,? (?:separately|one by one|individually|as (?:separate|individual|single|two|three|four|\\d)(?: separate| individual| different)? (?:tasks|items|to-?dos|entries|things|ones)))`;
const place = `(?: (?:${onList}|on there|in there|there|down|in|on|up))*`;
const asATask = `(?: (?:as|into|to be)(?: an?)?(?: new| repeating| recurring| weekly| monthly| daily| separate)* (?:task|to-?do|reminder|item|note|thing)s?)`;

const phrases = [
  // "…, add it to my list", "…, put all three on my list as separate tasks"
  `${kindly}(?:add|put|stick|pop|chuck|throw|bung|write|note|save|jot|log|record|get|schedule|include|create|make|set|list|keep|remember|pencil|whack)(?: down)? ${which}${place}(?:${asATask})?`,
  // "…, remind me", "…, put that down"
  `${kindly}(?:remind me(?: of (?:it|that|this|them)| about (?:it|that|this|them)| then| of that| nearer the time)?|(?:set|give me) (?:a|me a|up a) reminder(?: for (?:it|that|me|then))?|make (?:a |me a )?note(?: of (?:it|that|this))?|take (?:a )?note(?: of (?:it|that|this))?|note down|(?:don'?t|do not) (?:let me )?(?:forget|miss)(?: (?:it|that|this|out))?|(?:make|turn) (?:it|that|this) (?:into )?a (?:new |repeating |recurring |weekly |monthly |daily |yearly )*(?:task|to-?do|reminder|thing)|keep (?:it|that) in mind)`,
  // "…, would you mind adding that"
  `(?:would you mind|do you mind|mind|any chance of) (?:adding|putting|noting|jotting|writing|popping|sticking) ${which}${place}`,
  // "…, add", "… please to add"
  `${kindly}(?:add|note|log|save)(?: ${onList})?`,
  `${kindly}(?:put|stick|pop|get|keep)(?: (?:it|that|this))? ${onList}`,
  // "… on my list please": only with a list named.
  `${kindly}(?:(?:should|must|needs to|has to|ought to) (?:go|be)|goes|belongs)(?: added)? ${onList}`,
  `needs? (?:adding|to be added|adding) ${onList}`,
];

const behind = new RegExp(
  `^(?<what>\\S[^!?\\n]{2,220}?)(?:[\\s]*[,.;:–—-]+[\\s]*|\\s+)(?<asked>(?:${phrases.join('|')})${separately}?)${politely}[.!?]*$`,
  'i',
);

/** "Add", "remind me" and the like behind a mere space may be the end of a title. */
const certain =
  /\b(?:it|that|this|these|those|them|both|all|list|don'?t let me (?:forget|miss)|(?:please|pls|plz|kindly) (?:to )?add|(?:you|u) add)\b/i;

/** All that stands before is a way to open a request, and no task. */
const opens =
  /^(?:(?:please|pls|can|could|would|will|do|you|u|ok|okay|and|yes|yeah|no|then|also|just|go ahead|don't|dont|do not|never|not|did|have|hey|hi|hello|so|maybe|i|want|need|to|should|actually|or|if)\b[\s,]*)+$/i;

/** A command of another kind goes on with what is said behind it. */
const command =
  /^(?:please |can you |could you )?(?:delete|remove|mark|move|change|rename|show|list|undo|write|note|complete|tick|untag|reschedule|postpone|push|how|what|which)\b/i;

/** What says by itself that it is something to do. */
const asked =
  /^(?:(?:(?:on )?(?:\w+day|tomorrow|tonight|today) )?(?:i|we|i'm|im|we're|i've|ive)\b|(?:need|gotta|have|must|add|remind|don't|dont|(?:almost |nearly )?out of|running|low|todo|task|note|remember|make sure)\b)/i;

/** What people say first of what they have to do, when several things follow. */
const need =
  /^(?:so |ok |and |well )*(?:(?:i|we)(?:'ve|'ll|'d| will| have| really| also| still)* )?(?:need|have|must|should|got|gotta|want|ought|going)(?: to)? (?=\S)/i;

/** The message with the request to add in front, as the rules know it. */
export function askedInFront(text: string): string {
  const found = behind.exec(text)?.groups;
  if (!found) return text;
  const { what: said = '', asked: request = '' } = found;
  const what = said.replace(manners, '') || said;
  const between = text.slice(said.length, text.length - request.length);
  const separated = /[,.;:–—-]/.test(text.slice(said.length).trimStart().charAt(0));
  if (opens.test(what) || command.test(what) || between === '' || (!separated && !certain.test(request)))
    return text;
  if (
    asked.test(what) &&
    / and (?:\w+day|tomorrow|today|i|we)\b/i.test(what) &&
    /^(?:\w+day|tomorrow|tonight|today) (?:i|we)\b/i.test(what)
  )
    return what;
  if (/\b(?:both|all|them|these|those|separate(?:ly)?|individually|one by one)\b/i.test(request)) {
    return `add to my list: ${what.replace(need, '')}`;
  }
  // "The dinner is at eight, put that in" dates the dinner, if it is there.
  return asked.test(what) ||
    /^(?!(?:there|this|that|it|what|who)\b)\S.*? (?:is|are|was|got|has been) (?:now |due |moved |booked |scheduled )*(?:at|on|to|for|by)\b/i.test(
      what,
    )
    ? what
    : `add ${what}`;
}
