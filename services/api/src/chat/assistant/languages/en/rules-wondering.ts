/**
 * Thinking aloud and asking for advice: "should I delete the gym", "why is the offsite still there", "I'm not sure about
 * the dentist". Nothing in it is to be done, however much it sounds like a command.
 *
 * @module
 */
import type { Rule } from '../../language.ts';

const start = `^(?:(?:so|hmm+|and|but|ok|okay|well|um+|hey|hi|hello|wait|actually|honestly|oh|please|tell me|now|yeah|yo)[\\s,!.…-]+)*`;
const we = `(?:i|we)`;
const adverb = `(?: (?:just|really|maybe|still|even|actually|perhaps|rather|ever|not|also|honestly|seriously|truly|now))*`;
const about = `(?<about>[^?!\\n;]+?)`;
const thoughts = `(?:what do (?:you|u) (?:think|reckon|say)|do (?:you|u) think|(?:any )?thoughts|(?:is|would) (?:that|it) (?:be )?(?:ok|okay|wise|a good idea|bad|fine)|(?:good|bad) idea|or not|or what)`;
const end = `(?:[\\s,.;–—-]*(?:${thoughts}|right|yeah|please))*[\\s?!.]*$`;
const unsure = `(?:don't (?:really )?know|do not know|dunno|idk|can't (?:decide|make up my mind|remember|recall|tell)|cannot (?:decide|remember)|not (?:really |so |very |quite |entirely )?(?:sure|certain|convinced)|unsure|undecided|torn|in two minds|having second thoughts|wonder|wondered|wondering|have no idea|no idea|no clue|second thoughts)`;
const judged = `(?:(?:make |making )?(?:any |much |more |some )?sense|wise|wiser|smart|smarter|clever|sensible|silly|stupid|dumb|crazy|bad|wrong|better|best|worth(?: it)?|(?:a )?(?:good|bad|better|smart) idea|rude|mean|risky|too (?:early|late|much|soon))`;

const wondering: Rule['read'] = ({ about: said = '' }, reader) => {
  const asked = reader.request(said.replace(/^(?:to|if (?:i|we)) /i, ''));
  return { kind: 'wonder', about: reader.text(said), ...(asked ? { asked } : {}) };
};

export const wonderingRules: readonly Rule[] = [
  {
    name: 'what-first',
    raw: true,
    pattern: new RegExp(
      `${start}(?:i(?:'m| am)? )?${unsure} (?:what|which(?: one| task| thing)?|where)(?: of (?:these|them|those))?(?: to| i should| should i)? (?:do|start|begin|tackle|work on|focus on|go|pick|choose)\\b[^,;]*?(?: help(?: me)?)?${end}`,
      'i',
    ),
    read: () => ({ kind: 'list', filter: { status: 'pending' }, count: false }),
  },
  {
    name: 'should-i',
    raw: true,
    pattern: new RegExp(`${start}(?:(?:should|ought|must) ${we}|shall i)${adverb} ${about}${end}`, 'i'),
    read: wondering,
  },
  {
    name: 'do-you-think-i-should',
    raw: true,
    pattern: new RegExp(
      `${start}(?:do|would) (?:you|u) (?:think|reckon|say|suggest|recommend|advise)(?: that| if)? ${we} (?:should|could|ought to|need to|must|have to|might|had better|'d better)${adverb} ${about}${end}`,
      'i',
    ),
    read: wondering,
  },
  {
    name: 'do-i-really-need',
    raw: true,
    pattern: new RegExp(
      `${start}(?:do|did|would|will) ${we} (?:really|actually|even|honestly|truly|seriously) (?:have|need|want)(?: to)? ${about}${end}`,
      'i',
    ),
    read: wondering,
  },
  {
    name: 'would-it-make-sense',
    raw: true,
    pattern: new RegExp(
      `${start}(?:would|will|is|was|isn't|wouldn't|does|do (?:you|u) think)(?: it| that)?(?: would| is|'s)?(?: be)?${adverb} (?:${judged} (?:to|if|for me to|for us to)|(?:ok|okay|fine|alright|a problem|bad) if(?= ${we}\\b)) ${about}${end}`,
      'i',
    ),
    read: wondering,
  },
  {
    name: 'why',
    raw: true,
    pattern: new RegExp(
      `${start}(?:why(?:'s|'re| on earth| exactly)?|how come|what for)(?: (?:is|are|do|does|did|was|were|isn't|aren't|doesn't|don't|didn't|has|have|hasn't|haven't|would|should|can't|am))* ${about}${end}`,
      'i',
    ),
    read: wondering,
  },
  {
    // "Remind me what the dentist's time was" asks, and sets no reminder.
    name: 'remind-me-what',
    raw: true,
    pattern: new RegExp(
      `${start}(?:can (?:you|u) |could (?:you|u) )?(?:please )?remind me(?: again)?,? (?<about>(?:(?:what|which|who|whose|why|how|where|whether)\\b|when(?:'s| is| was| are| am| do| does)\\b)[^!\\n;]+?)[\\s?!.]*$`,
      'i',
    ),
    read: ({ about: said = '' }, reader) => reader.request(said) ?? { kind: 'wonder', about: said },
  },
  {
    name: 'not-sure',
    raw: true,
    pattern: new RegExp(
      `${start}(?:(?:i|we)(?:'m|'re|'ve| am| are| was| have)? )?(?:(?:just|really|honestly|still|kind of|kinda|a bit|having|also) )*${unsure}(?:,? (?:about|whether|if|when|why|how|who|between|on|that|it's))+ (?!(?:you|u|this (?:works|is how))\\b)${about}${end}`,
      'i',
    ),
    read: wondering,
  },
  {
    // "I was thinking of dropping the yoga", "I'm tempted to skip the gym"
    name: 'thinking-of',
    raw: true,
    pattern: new RegExp(
      `${start}(?:i|we)(?:'m|'re|'ve| am| are| was| were| have)(?: been)?${adverb} (?:thinking (?:about|of)|considering|debating(?: whether)?|contemplating|toying with(?: the idea of)?|(?:half |very |so )*tempted) (?:to )?(?!(?:you|u)\\b)${about}${end}`,
      'i',
    ),
    read: wondering,
  },
  {
    // "Maybe I should drop the class, what do you think?"
    name: 'what-do-you-think',
    raw: true,
    pattern: new RegExp(
      `${start}(?<about>(?:i|we|maybe|perhaps|what if|how about|should|would|could)\\b[^?!\\n]+?)[\\s,.;–—-]+${thoughts}\\s*\\?*$`,
      'i',
    ),
    read: wondering,
  },
  {
    // "Hold off on the report for now" names no day, and is no task of its own.
    name: 'hold-off',
    pattern:
      /^(?:hold (?:off|fire)(?: on)?|put off) (?<about>[^,;]+?)(?: for (?:now|the moment|a (?:bit|while))| until further notice)?$|^(?:(?:park|pause|shelve) (?=[^,;]+ for )|put (?=[^,;]+ on ))(?<other>[^,;]+?) (?:for now|for the moment|on hold|on ice)(?: for now)?$/i,
    read: ({ about: said, other = '' }, reader) =>
      reader.dated(said ?? other) ? undefined : { kind: 'wonder', about: reader.text(said ?? other) },
  },
  {
    // "What do you think about the marathon?"
    name: 'your-opinion',
    raw: true,
    pattern: new RegExp(
      `${start}(?:what (?:do|would) (?:you|u) (?:think|reckon|say|do)|what(?:'s| is) your (?:opinion|view|take)|(?:any )?thoughts|how do (?:you|u) feel)(?: about| of| on| if i| with)+ ${about}${end}`,
      'i',
    ),
    read: wondering,
  },
];
