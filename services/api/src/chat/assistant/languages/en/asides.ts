/** How English speakers tell why they ask, and what no title holds. Data only. @module */
import type { Asides } from '../../understanding/asides.ts';

const teller = `(?:i|we|he|she|it|they|there|that|this|(?:my|our|the|his|her) (?:\\w+ ){0,2}?\\w+|boss|wife|husband|hubby|everyone|someone)`;
const tells = `(?:'m|'s|'re|'ve|'ll|'d| am| is| are| was| were| has| have| had| isn't| isnt| wasn't| wasnt| don't| dont| doesn't| doesnt| didn't| didnt| can't| cant| cannot| won't| wont| haven't| havent| hasn't| hasnt| will| would| keep| keeps| still| never| always| just| really| nearly| almost| totally| forgot| forget| said| says| think| thought| know| hate| love| hope| wants?| needs?(?! to)| asks?| moved| closed?| called| looks?| feel| got no| (?:regress|broke|fail|crash|chang|expir|arriv|return)\\w*)`;
const begins = `(?:because|becuase|cos|cuz|coz|bc|bcoz|since|as i|otherwise|or else|before i|in case|if i|im|ive|its|it's|i'm|i've|i am|shes|she's|she'll|shell|he'll|they'll|it'll|hes|he's|theyre|they're|theres|cant|can't|couldn't|havent|haven't|didnt|didn't|wont|won't|dont wanna|no time|so (?:tired|busy|sick|much)|nearly forgot|almost forgot|feeling|be honest|bless|at the \\w+ now|just out of curiosity|out of curiosity|let me think|let me see|sr?y|sorry for|you know|fixin'?|about to|running late|on my way|stuck (?:in|at)|heading|trying to|struggling|what was it)`;
/** Something to do that begins as telling does. */
const asking = `(?:i|we)(?:'ve| have|'d)? (?:really |also |still )?(?:need|have(?! (?:enough|plenty|loads|a bit|a little|a lot|a minute|a moment|some time|no|never|so|been))|must|should|got|gotta|want|would like|ought|better|am going|bought|called|paid|finished|did|done|completed|sent|booked|picked|cleaned|fixed|already|just|want)\\b|(?:it|that|this)(?:'s| is|s)? (?:done|finished|complete|high|low|urgent|due|for|not done|a )`;

export const asides: Asides = {
  breaks:
    /[,;.!?…]+\s+|\s+[–—-]+\s+|\n+|\s+(?=(?:lol|haha|omg)\b)|\s+(?=(?:because|cos|cuz|coz|bc|bcoz|otherwise|or else|before i forget|in case i)\b)|\s+(?=(?:so|and|but) (?:i|can|could|please|pls|you|put|add|make|change|move|mark|set|delete|remove|right|fine|yeah|that|uh|the|what|show|every|remind|just)\b)|\s+(?=(?:move|push|change|delete|remind me|what (?:was|is|are)|which|how many|when (?:is|was)|did i|do i have)\b)|\s+(?=(?:its|it's|i'm|im|i am|i keep|i can't|i cant|i still|i haven't|i havent|i never|i always|she's|shes|she'll|shell be|he'll|he's|hes|they're|they'll|they|my (?:wife|boss|mum|mom|husband|sister|brother|manager|son|daughter)) )|(?<!\bmy)\s+(?=(?:wife|boss) (?:is|will|says|keeps|wants)\b)|\s+(?=(?:can|could|would) (?:you|u) )|(?<=\b(?:lol|haha|omg)) /gi,
  telling: new RegExp(
    `^(?!${asking})(?:${begins}\\b|${teller}${tells}\\b)|^(?:\\w+ )?(?:because|cos|cuz|coz|bc|lol|haha|omg|god|honestly|really|right|ok|okay|yeah|nah|man|dear|sir|please|pls|thanks|hmm)$|^.*\\bi (?:don't|dont|do not) (?:want to|wanna|need to|care to) see\\b|^(?:wife|boss|he|she|they|everyone) (?:will|is|are)\\b`,
    'i',
  ),
  odd: /\b(?:please|pls|plz|can you|could you|would you|remind me|add|tasks?|those|these|hang on|hold on|mistake|wife|boss|number \w+|just|so|my list|the list|put (?:in|on) (?:the )?list|sorry|wait|yeah|lol|omg|because|cos|cuz|im|i'm|i am|i|its|it's|she's|shes|they|you|tag it|prio(?:rity)?|description|actually|actualy|what|which|keeps?|cos|so that|not|dont|don't|cant|can't|havent|haven't|was|is|are|will)\b/gi,
  joint:
    /^(?:(?:hey|hi|oh|ah|y'?all|mate|so|and|but|because|cos|anyway|right|fine|okay|ok|yeah|um|uh|well)\b[\s,]*)+/i,
  trailing: /(?:[\s,;:–—-]+(?:because|cos|cuz|coz|bc|bcoz|so|and|but|otherwise))?[\s,;:–—-]*$/i,
};
