/** Greetings, help, yes and no, undo. @module */
import type { Rule } from '../../language.ts';
import type { SmallTalk } from '../../requests.ts';
import { words } from './words.ts';

const talk =
  (topic: SmallTalk): Rule['read'] =>
  () => ({ kind: 'talk', topic, text: '' });

export const talkingRules: readonly Rule[] = [
  { name: 'yes', pattern: words.yes, read: () => ({ kind: 'yes' }) },
  { name: 'no', pattern: words.no, read: () => ({ kind: 'no' }) },
  {
    name: 'greeting',
    pattern:
      /^(?:hi|hello|hey|hiya|howdy|yo|salaam|salam|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|assistant|bot|again|everyone))*$/i,
    read: talk('greeting'),
  },
  {
    name: 'how-are-you',
    pattern: /^(?:how are you|how's it going|what's up|how do you do)\b.*$/i,
    read: talk('greeting'),
  },
  {
    name: 'thanks',
    pattern:
      /^(?:thanks|thank you|thx|ty|cheers|great|perfect|awesome|nice|cool|good job|well done|got it|much appreciated)(?: (?:so much|a lot|you|very much|again|job|work|that's (?:all|it)))*$/i,
    read: talk('thanks'),
  },
  {
    name: 'goodbye',
    pattern: /^(?:bye|goodbye|good night|see you(?: later)?|see ya|that's (?:all|it)|later)$/i,
    read: talk('goodbye'),
  },
  {
    name: 'help',
    pattern:
      /^(?:help(?: me)?|what can (?:you|i) (?:do|say|ask)(?: .*)?|how (?:does|do) (?:this|it|you|i) (?:work|use (?:this|it|you))|who are you|what are you|what do you do|commands?|examples?|instructions|(?:show|give) me (?:some )?(?:help|examples|commands))$/i,
    read: talk('help'),
  },
  {
    name: 'undo',
    pattern:
      /^(?:undo|revert)(?: (?:that|it|this|the last (?:action|change|one|thing|step|deletion|delete)|my last (?:action|change)|what (?:you|i) (?:just )?did|again))?$|^(?:take|bring|put|get|give) (?:that|it|them) back$|^(?:that was|it was|i made) a mistake$|^oops(?:[,.!]? (?:undo(?: that)?|that was (?:wrong|a mistake)|wrong (?:one|task)))?$|^(?:no,? )?(?:i )?didn't mean (?:that|to (?:do that|delete (?:that|it)))$/i,
    read: () => ({ kind: 'undo' }),
  },
  {
    name: 'restore',
    pattern:
      /^(?:restore|undelete|recover|bring back|put back|get back)(?: the)?(?: deleted)? (?<ref>.+?)(?: (?:from|out of) (?:the )?(?:trash|bin))?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      if (!reference) return undefined;
      return reference.by === 'mention' ? { kind: 'undo' } : { kind: 'restore', reference };
    },
  },
];
