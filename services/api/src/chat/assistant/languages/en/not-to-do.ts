/** What follows "I have to", "I need" and the like without being something to do. @module */
import { verbOfPast } from './verbs.ts';

/** "I have sent the report" is done, "I have cut flowers to buy" hardly ever said. */
export const isPast = (text: string) => {
  const first =
    /^(?:(?:already|just|finally|recently|actually|also|even|since|now) )*(?<verb>\w+)/i
      .exec(text)
      ?.groups?.verb?.toLowerCase() ?? '';
  const verb = verbOfPast(first);
  return verb !== undefined && verb !== first;
};

/** "I should have called", "I have to say", "I need to go": talk, and nothing for a list. */
export const nothingToDo = (text: string) =>
  /^have (?:been|had|known|never|\w+ed|gone|done|said|told|thought|seen|left|got|gotten|bought|made|taken|given|come)\b/i.test(
    text,
  ) ||
  /^(?:say|admit|confess|agree)(?: that)? (?:i|it|this|that|the|you|we|they|my)\b/i.test(text) ||
  /^(?:say|admit|confess|agree|disagree|wonder|laugh|cry|ask you|tell you|thank|warn you|go|run|dash|leave|head off|get going|be going|be off|be honest|sleep|think|stop|calm down|relax|breathe|vent|rant|talk to you|give up|scream|live|move on)(?: (?:you|that|now|soon|then|for that|to you|about (?:it|that|this)|so|too|myself|here|a bit|home|it over|something|out|off|(?:it|this|that) is.*))*$/i.test(
    text,
  );

/** "I have three kids", "I have a bad back": what somebody has is not what they have to do. */
export const isOwned = (text: string) =>
  /^(?:three|two|four|five|six|many|lots|loads|plenty|so (?:many|much)|such|too (?:many|much)|enough|never|always|no|a (?:lot|bad|new|great|terrible|horrible|weird|good|bit|few|sore|busy|long|dog|cat|car|job|baby|plan|feeling|reason))\b/i.test(
    text,
  );
