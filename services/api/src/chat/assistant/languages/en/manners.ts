/** Polite and idle words at both ends of a request, which carry no meaning. Data only. @module */
import { loose } from './loose.ts';

/** The verbs that commands begin with. */
export const commandVerb = `(?:add|create|make|put|show|list|tell|mark|delete|remove|get|set|change|move|rename|remind|give|find|complete|tick|check|take|read|clear|tag|undo|note|jot|write|save|log|schedule|stick|pop|chuck|throw|bung|record|cross|push|postpone|reschedule|bump|update|restore|remember)`;

const yourself = `(?:there|again|assistant|all|everyone|buddy|mate|bot|friend|dear|man|bro|boss|pal|team|folks|guys|you|dude|yaar|bhai|love)`;

const openings = [
  // Asking kindly.
  `first(?:ly| of all| off)?,?(?= ${commandVerb}\\b)`,
  `(?:please|pls|plz|plse|plez|kindly)(?: to(?= ${commandVerb}\\b))?`,
  `when(?:ever)? (?:you|u) (?:get|have) (?:a|the) (?:chance|moment|minute|min|sec|second|time)`,
  `if (?:you|u) (?:can|could|don't mind|wouldn't mind|get a chance|have time|would be so kind|please)`,
  `it(?:'d| would) be (?:great|nice|good|lovely|cool|helpful|awesome|amazing|ideal) if (?:you|u) (?:could|can|would)`,
  `(?:i'd|i would|i'll) (?:really )?(?:be (?:very |so |most |really |ever so |super )?(?:grateful|thankful|happy|glad|pleased|obliged)|appreciate|love)(?: it)? if (?:you|u) (?:could|can|would|might)`,
  `(?:is there )?any (?:chance|way) (?:(?:that )?(?:you|u) (?:can|could|would)|of (?:you )?getting (?:you )?to)`,
  `(?:can|could|would) (?:you|u) do me a favou?r(?: and)?|do me a favou?r(?: and)?|do one thing|be a (?:dear|star|love|pal|legend) and`,
  `(?:would|will) (?:you|u) be able to|(?:i(?:'m| am| was)|was) (?:just )?wondering (?:if|whether) (?:you|u) (?:could|can|would|might|may)|(?:do (?:you|u) think|think|reckon) (?:you|u) (?:could|can)|(?:could|can|may) i (?:get|ask|trouble|bother) (?:you|u) to|are (?:you|u) able to|is it (?:possible|ok|okay) (?:for (?:you|u) )?to|is it (?:possible|ok|okay) if (?:you|u)`,
  `(?:can|could|shall|should|may|might) we(?: please| just| maybe)*(?= (?:${commandVerb}|bring|prepone|delay|shift|snooze|defer|bin|scrap|drop|finish)\\b)`,
  `(?:can|could|would|will)(?: you| u| ya)?(?: (?:please|pls|plz|kindly|just|maybe|possibly|quickly|perhaps))*(?: mind)?(?= (?:please|pls|plz|kindly|just|${commandVerb})\\b)`,
  `(?:can|could|would|will) (?:you|u|ya)(?: mind)?(?: be (?:so kind|a (?:dear|love|star|pal)) (?:as to|and))?(?: (?:please|pls|plz|kindly|just|maybe|possibly|quickly|perhaps))*`,
  `can i|could i|may i|might i|i think|i guess|i reckon|i believe`,
  `you (?:can|could|may|should)(?= (?:mark|cross|tick|check|delete|remove|take|add|put|move|change)\\b)`,
  `(?:i(?:'d| would) (?:really )?like|i (?:really )?want|i need|i'm asking|i(?:'d| would) ask)(?: for)? (?:you|u) to|i (?:want|need|would like) that you`,
  `(?:i(?:'d| would) like|i want|i wanna|i need|i have|i wish) to(?= (?:(?:add|create)\\b|see (?:my|all|the|what)|show (?:me|my|all)|(?:list|delete|remove|complete|mark|change|rename|update) (?:(?:my|all|the|a) )?(?:tasks?|to-?dos?|list|number|#|it\\b|that\\b|due\\b|title|priority|last|first|second)|list\\b$))`,
  `(?:i(?:'d| would) like|i want|i wish) to(?= (?:see|show|list|delete|remove|complete|mark|change|rename|update))`,
  `let'?s|help me(?: to)?(?= \\w)|assist me (?:to|in|with)|go ahead and|quickly|maybe|perhaps|be sure to(?= remind)`,
  `(?:you (?:know|see)|look|listen|so yeah|right so|ok so|basically|honestly|tbh|real quick|quick one|quick thing|just (?:a )?quick(?:ly| one| thing)?|before i forget|while i remember|lest i forget|(?:oh )?(?:i )?(?:almost|nearly) forgot|now that i think (?:of|about) it|come to think of it|on second thou?ghts?|in that case|while you're at it|while we're at it|abeg|biko|oya|arre|yaar|bhai|hey ya|oi|ey|eish|listen up|my (?:friend|dear)|dear (?:assistant|sir|madam|bot|friend)|sir|madam|boss|bro|dude|mate|buddy|man)(?=[\\s,!.:–—-])|(?:dear|love|darling|honey|pal|folks|team)(?=,)`,
  `(?:i was|i've been|i'm) (?:just )?(?:thinking|wondering)(?: that)?(?= (?:i|we|maybe)\\b)`,
  `(?:i(?:'d| would) like|i want|i need|i wanna) to know(?= (?:what|which|how|when|if|whether)\\b)|instead(?= (?:add|put|create|make)\\b)`,
  `(?:it )?(?:turns out|looks like|seems(?: like)?|appears|apparently|it seems)(?: that)?(?=,? (?:the|my|i|it|that|we|our) )`,
  // Telling something good first.
  `ya+y|woo+(?:hoo)?|phew|hooray|hurray|yess+|(?:good|great) news|fyi|heads up|guess what|by the way|btw|(?:one|another)(?: more| last| final| quick)? thing(?=\\s*[,:.–—-]|\\s+(?:please|pls|add|i|can|could|remind|we)\\b)`,
  // Greeting.
  `(?:hey+|hi+|hello+|hiya|howzit|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|salaam|salam|assalam\\w*(?: o)? alaikum|namaste|g'day|sup)(?: ${yourself})*`,
  `(?:i )?hope (?:you|u|all|this|everything|ur)(?:'re| are| is|r)?(?: all| is| finds you)? (?:doing |going )?(?:well|good|fine|okay|ok|great)(?: today)?|how are (?:you|u)(?: doing)?(?: today)?\\??|hope all is well`,
  `ok(?:ay)?|so|well|also|and|then|now|actually|just|alright|right|oh|ah|yo|plus|great|thanks|cool|um+|uh+|hmm+|lol|(?:the )?assistant`,
];

/** A "no" or "sorry" before a command. */
const exclaimed = `(?:oops|whoops|oh|sorry)(?=[\\s,]+(?:the|my|our|(?:\\w+ ){1,3}(?:is|was|isn't|wasn't|isnt|wasnt|hasn't|hasnt|wasn’t))\\b)|(?:no|nah|nope|sorry|oops|wait|hang on|hmm|yeah|perfect|nice)(?=[\\s,]+(?:please |can you |just )?(?:delete|remove|undo|add|mark|rename|change|move|remind)\\b)`;

export const before = loose(
  new RegExp(`^(?:${[exclaimed, ...openings].join('|')})(?<![?])\\b(?:[\\s,!.?;:]+|\\s*[–—-]+\\s+)`, 'i'),
);

const faces = `🙏|😊|🎉|🥳|🙌|👍|😅|😂|😀|😃|😄|😁|🙂|😉|😎|👏|💪|✨|😬|😭|😩|🤦|🤞|❤️|:-?\\)|:-?D|;-?\\)`;
const command = `(?:show|list|what|which|how|thank|hi|hey|hello|help|undo|yes|no|ok|delete|remove|mark|complete|great|tick|done|sorry|oops)`;

export const after = new RegExp(
  `[\\s,–—-]*(?:(?:\\b(?:if (?:that's|it's|thats|its) (?:ok|okay|alright|possible|not too much(?: trouble)?)|if possible|if (?:you|u) (?:can|could|would|please|don't mind|dont mind)|please|pls|plz|plse|thanks(?: (?:ever )?(?:so much|a lot|a bunch|a million|again|in advance|very much|mate|man|buddy|hun|love|dear))*|many thanks|thank (?:you|u)(?: (?:ever )?(?:so much|very much|so very much|kindly|in advance|again|dear|love))*|thnx|thanx|thx|tysm|ty|cheers(?: mate)?|ta|for me|right now|asap please|mate|buddy|yaar|innit|actually|though|tho|(?:will|would|could|can|won't|wont) (?:you|u|ya)|ok|okay|alright|yeah|yea|there's a (?:dear|love|good \\w+)|much appreciated|i'?d appreciate (?:it|that)|when(?:ever)? (?:you|u) (?:get|have) (?:a|the) (?:moment|chance|minute|min|sec|second|time)|that would be (?:great|lovely|nice)|that's (?:it|all)(?: for now)?|thats (?:it|all)(?: for now)?|lol|haha+|my (?:bad|mistake|fault)|silly me)\\b)|(?<=[,.!]\\s*)(?:hey|man|dude|bro|love|dear|hun|boss|sir|sorry|oops|whoops|apologies)(?:,? (?:about that|my (?:bad|mistake)))?|(?<![\\s!])[.!?]+|(?<=\\s)[.!?]|(?<=^(?!(?:add|new|remind|need|gotta|to-?do|i|we)\\b)${command}[^\\n]*)\\s!+|(?:${faces})(?=$))$`,
  'iu',
);
