/** Greetings, help, yes and no, undo and second thoughts. @module */
import type { Rule } from '../../language.ts';
import type { Reference, SmallTalk } from '../../requests.ts';
import { words } from './words.ts';

const talk =
  (topic: SmallTalk): Rule['read'] =>
  () => ({ kind: 'talk', topic, text: '' });

const it: Reference = { by: 'mention', many: false };

const meant: Rule['read'] = ({ ref }, reader) => {
  const reference = reader.reference(ref);
  const changes = reader.changes(ref);
  if (changes && changes.title === undefined) return { kind: 'update', reference: it, changes };
  return reference && { kind: 'correct', reference, ...(changes?.title ? { title: changes.title } : {}) };
};

export const talkingRules: readonly Rule[] = [
  {
    // Without a question, it is what was done just now that is not wanted.
    name: 'take-back',
    pattern:
      /^(?:(?:oh|no|wait|actually|sorry|hmm|nah)[\s,.!]+)*(?:cancel(?: that| it)?|never ?mind(?: that| it)?|nvm|forget (?:it|that|about (?:it|that))|(?:actually )?don't(?: (?:do|add) (?:it|that))?(?: actually)?|scrap (?:it|that)|(?:leave|keep) (?:it|that) (?:there|(?:where|as|how|the way|like|when) (?:it|that) was(?: before)?)|leave (?:it|that)(?: out| off)?)(?:[\s,.;–—-]+(?:(?:i|we)(?:'ll| will| can) (?:do|handle|sort|manage|take care of|get) (?:it|that|this)(?: out)?(?: (?:myself|later|on my own|now|instead))?|(?:it's|that's) (?:fine|ok|okay|not needed|sorted|all good|too late)|(?:i|we) (?:don't need (?:it|that)(?: any ?more)?|changed my mind)))?$/i,
    read: () => ({ kind: 'no', takesBack: true }),
  },
  { name: 'yes', pattern: words.yes, read: () => ({ kind: 'yes' }) },
  { name: 'no', pattern: words.no, read: () => ({ kind: 'no' }) },
  {
    name: 'leave',
    pattern:
      /^(?:(?:i|we|you) )?(?:don't|do not|never|wouldn't|would not|shouldn't|should not|won't|will not)(?: (?:really|actually|ever))* (?:you )?(?:(?:want|need|like|wish)(?: you)? to |dare |ever )?(?:delete|remove|erase|clear|wipe|drop|trash|touch|change|complete|mark|finish|rename|move|add|do)\b.*$|^(?:just )?leave \S.* (?:alone|as (?:it|they|that) (?:is|are|was|were)|untouched)$/i,
    read: () => ({ kind: 'no' }),
  },
  {
    // "Make sure you don't delete anything", "I'd rather not finish that one"
    name: 'rather-not',
    pattern:
      /^(?:(?:i|we)(?:'d| would)? (?:much )?(?:rather|prefer)(?: it if| that| if)?(?: (?:you|i|we))? (?:not|didn't|don't|did not)(?: to)? \S.*|(?:make sure|ensure|be careful|take care|see to it|mind)(?: that)?(?: (?:you|u))?(?: to)? (?:not|don't|do not|never)(?: to)? (?:delete|remove|erase|clear|wipe|drop|touch|change|complete|mark|finish|rename|move|add|lose)\b.*|(?:make sure|ensure|see to it)(?: that)? (?:nothing|none|no \w+|nobody) \S.*)$/i,
    read: () => ({ kind: 'no' }),
  },
  {
    name: 'greeting',
    pattern:
      /^(?:hi|hello|hey|hiya|howdy|yo|salaam|salam|assalam\w*(?: o)? alaikum|good (?:morning|afternoon|evening|day)|morning|evening|greetings)(?: (?:there|assistant|bot|again|everyone|all|mate|friend))*$/i,
    read: talk('greeting'),
  },
  {
    name: 'how-are-you',
    pattern:
      /^(?:how are you|how's it going|how are things|what's up(?! (?:for|on|with|next|today|tomorrow|this|tonight)\b)|how do you do|you ok(?:ay)?)\b.*$/i,
    read: talk('greeting'),
  },
  {
    // Questions to a phone, and what it would need one for.
    name: 'not-mine',
    raw: true,
    pattern:
      /^(?:(?:hey|hi|ok|so|and)[\s,]+)*(?:what (?:day|date|time|year)(?: of (?:the )?(?:week|month))? is (?:it|today)(?: (?:today|now|right now))?|what(?:'s|’s| is) (?:the (?:date|time|day)|today's (?:date|day))(?: (?:today|now|right now))?|(?:can|could|do|will|would) you (?:also )?(?:add|import|read|get|pull|sync|take|fetch|find|see|check|connect)\b(?:.{0,60}? (?:from|with|to|in|on))? (?:my|our) (?:e-?mails?|inbox|gmail|outlook|calendar|contacts|phone|slack|teams))\s*[?.!]*$/i,
    read: talk('unknown'),
  },
  {
    name: 'thanks',
    pattern:
      /^(?:many )?(?:thanks|thank you|thank u|thx|ty|tysm|cheers|great|perfect|awesome|nice|cool|lovely|brilliant|amazing|excellent|wonderful|good (?:job|bot|work)|well done|got it|much appreciated|(?:you're|you are|you've been|you have been|that was|that's been|u r|ur) (?:such |so |very |really |ever so |most )*(?:an? )?(?:(?:the |my )?(?:best|great|awesome|amazing|star|legend|lifesaver|angel|gem|dear|kind|brilliant|wonderful|fantastic|lovely|good|huge|big|real|super|helpful|useful)(?: (?:help|helpful|assistant|bot|one|so))*)|you (?:have )?(?:really )?helped(?: me)?(?: a lot| so much)?|that's (?:great|perfect|awesome|helpful|brilliant)|love it|i love (?:you|it|this))(?:[\s,.!]+(?:so much|a lot|a bunch|you|very much|again|job|work|mate|man|buddy|friend|dear|love|darling|pal|hun|bro|sir|for (?:that|the help|your help)|that's (?:all|it)))*$/i,
    read: talk('thanks'),
  },
  {
    name: 'okay',
    pattern:
      /^(?:sorry(?: about that)?|my bad|no (?:worries|problem)|lol|lmao|ha(?:ha)+|hmm+|oh|ah|i see|understood|noted|fine|interesting|wow|whatever|gotcha|will do|all good|k|kk|🙂|😀|😂|🎉|❤️)$/iu,
    read: talk('okay'),
  },
  {
    name: 'goodbye',
    pattern:
      /^(?:bye(?: bye)?|goodbye|good night|night|see (?:you|ya)(?: (?:later|soon|tomorrow|around))?|that's (?:all|it)(?: for (?:now|today))?|later|talk (?:to you )?later|ttyl|have a (?:good|nice|great) (?:day|one|evening|weekend)|i'm off)$/i,
    read: talk('goodbye'),
  },
  {
    // "See you on monday", "happy friday"
    name: 'wishing',
    pattern:
      /^(?:(?:good luck|all the best|best of luck|fingers crossed|(?:see|catch|talk to|speak to) (?:you|ya|u)(?: all| guys| again)?|enjoy|have (?:a|an) (?:very |really )?(?:good|nice|great|lovely|wonderful|fun)|happy|merry|congrat\w*|cheers)(?: (?:with|for|on|to|your|the|this|that|at|in|it|rest of|everyone|all|you|next|day|evening|week|weekend|one|time))*(?<when>(?: [\w']+){0,3}))$/i,
    read: ({ when = '' }, reader) =>
      when.trim() === '' ||
      reader.due(when) ||
      /^ (?:\w+day|weekend|new year|eid\w*|christmas|holidays?|birthday)$/i.test(when)
        ? { kind: 'talk', topic: 'goodbye', text: '' }
        : undefined,
  },
  {
    // "I have to go now" is a farewell.
    name: 'departing',
    pattern:
      /^(?:(?:ok|okay|right|well|sorry|anyway)[\s,]+)*(?:(?:i|we)(?:'ve|'d| have|'ll)? )?(?:have to|has to|must|gotta|got to|need to|should|better|ought to)(?: really)? (?:go|run|dash|be going|be off|leave|head off|get going|jet|bounce)(?: now| soon| then)*$/i,
    read: talk('goodbye'),
  },
  {
    name: 'help',
    pattern:
      /^(?:help(?: me)?|what can (?:you|i|u) (?:do|say|ask|help)(?: .*)?|what (?:are|is) (?:you|this)(?: for)?|how (?:does|do|can|would|should) (?:this|it|you|i|we) (?:work|use (?:this|it|you)|(?:add|create|make|delete|remove|complete|finish|mark|change|edit|rename|undo|see|list|set|tag|use)\b.*)|(?:can|could) you help(?: me)?(?: out)?|who (?:are|made) you|what(?:'s| is) your name|what do you do|commands?|examples?|instructions|menu|(?:show|give) me (?:some )?(?:help|examples|commands))$/i,
    read: talk('help'),
  },
  {
    name: 'can-you-at-all',
    raw: true,
    pattern:
      /^(?:so |and |hey |hi |also )*(?:can|could|do|will|are) (?:you|u|i)(?: able to| also| even| really)* (?:remind|add|set|make|create|help|manage|handle|track|store|keep|change|edit|delete|do|have|use|send|understand|speak|repeat|sync)\b(?: me)?(?: (?:of|about|with|up|my|the|any|some|more than one|multiple|several|recurring|repeating|due|sub))* ?(?:things?|stuff|tasks?|reminders?|lists?|due dates?|dates?|deadlines?|tags?|labels?|priorit(?:y|ies)|notes?|subtasks?|urdu|english|that|notifications?|alarms?)(?: too| as well| for me| here)?\s*\?+$/i,
    read: talk('help'),
  },
  {
    // "Remember when we used to …" asks for nothing.
    name: 'remembering',
    pattern:
      /^(?:do you |d'you )?remember (?:when(?! i (?:added|put|wrote|noted|made|created)\b)|how|the (?:time|day|days)|that time|those days|me|us)\b.*$/i,
    read: talk('okay'),
  },
  {
    name: 'not-that-day',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait|hang on|hmm)[\s,.!]+)*(?:i said |it's |it is |make it )?(?:on |at |for )?(?<ref>\S.*?),? (?:not|instead of|rather than) (?:on |at |for )?(?<old>\S.*)$/i,
    read: ({ ref, old }, reader) => (reader.due(ref) && reader.due(old) ? meant({ ref }, reader) : undefined),
  },
  {
    name: 'rather-that-day',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait|hang on|hmm|rather|better)[\s,.!]+)+(?:i said |it's |it is |make it |let's say )?(?<ref>\S.*?)(?: instead| rather)?$/i,
    read: ({ ref }, reader) => (reader.due(ref) ? meant({ ref }, reader) : undefined),
  },
  {
    name: 'spelt-otherwise',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait)[\s,.!]+)*(?:it's|it is|it should (?:be|say)|should be|i meant) (?<ref>\S+(?: \S+){0,3}),? not (?<old>(?!done\b|urgent\b|important\b|finished\b|that\b)\S+(?: \S+){0,3})$/i,
    read: ({ ref, old }, reader) => {
      const reference = reader.reference(old);
      const swap = { from: reader.text(old), to: reader.text(ref) };
      return reference && { kind: 'update', reference, changes: { swap } };
    },
  },
  {
    // "It's not bob it's rob in the lunch one"
    name: 'not-this-but-that',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait)[\s,.!]+)*(?:it's|it is|that's|that is) not (?<old>(?!done\b|urgent\b|important\b|finished\b|that\b)\S+(?: \S+){0,3}?)[\s,.;–—-]+(?:but |(?:it's|it is|that's) (?:actually )?)(?<ref>\S+(?: \S+){0,3}?)(?: (?:in|on|for) (?<task>\S.*))?$/i,
    read: ({ ref, old, task }, reader) => {
      const reference = reader.due(ref) ? undefined : reader.reference(task ?? old);
      const from = reader.text(old).replace(/[,.;]+$/, '');
      const swap = { from, to: reader.text(ref) };
      return reference && { kind: 'update', reference, changes: { swap } };
    },
  },
  {
    name: 'undo',
    pattern:
      /^(?:(?:oops|whoops|wait|no|nah|nope|sorry|oh no|actually|hang on|oh|ah|so|and|please)[\s,.!]+)*(?:(?:it|that)(?:'s| is| was)? ?(?:isn't|wasn't|is not|not|hasn't been|never happened)(?: actually| really)?(?: done| finished| completed)?(?: yet| after all)?[\s,.!]+(?:so |and |please )*)?(?:(?:undo|revert|reverse|roll ?back|scratch|strike|ctrl[ +-]?z|cmd[ +-]?z|control z|go back(?: to (?:how|what|the way) (?:it|that|things) (?:was|were)(?: before)?)?)(?: (?:that|it|this|them|(?:the|that|my) (?:(?:last|previous) )?(?:action|change|one|thing|step|deletion|delete|deleting|edit|request|add|addition|rename|renaming|update|completion|task|move)(?: you (?:just )?did)?|my last (?:action|change)|what (?:you|i) (?:just )?did|again|please))*|(?:i )?(?:take|bring|put|add|get|give|want|need|change|set|turn|switch)(?: me)? (?:that|it|them|this|those)(?: task| one)? back(?: to normal|(?: to)?(?: (?:how|what|where|when|the way|as|like) (?:it|they|that) (?:was|were))(?: before)?| on(?: (?:my|the) list)?)?(?: please| again)?|take (?:that|it|this) (?:off|out|away) again|(?:i|we) (?:didn't|did not|don't) (?:want|ask for|ask you to do|say|need|like) (?:that|it|this)(?: to happen| one)?|(?:actually |no |wait |oh )*(?:i|we) (?:didn't|haven't|did not|have not|hadn't)(?: (?:actually|yet|really|done|do|finish|finished|it|that))*|not (?:that|this)(?: one| task)?|(?:oh |no |wait |actually )*(?:i|we) (?:still|do) (?:need|want) (?:it|that|this)(?: one)?|(?:restore|undelete|recover|unmark|bring back) (?:it|that|them|this|(?:the |my )?(?:last|latest|most recent|deleted|removed)(?: deleted| removed)?(?: task| one| item)?)|that was (?:a mistake|wrong|an accident|an error|not what i (?:meant|wanted))|(?:it was|i made|my|that's) a? ?mistake|wrong (?:one|task)|i (?:didn't|did not) mean(?: to)?(?: (?:do )?(?:that|it|this)| (?:delete|complete|mark|remove|add|change)\b.*)?|(?:i )?changed my mind|not what i (?:meant|wanted|asked))$/i,
    read: () => ({ kind: 'undo' }),
  },
  {
    name: 'correct',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait|actually|hang on|ah|oh|er+|um+|well|hmm+)[\s,.!]+)*(?:sorry[\s,]+)?(?:i (?:just )?(?:meant?|was thinking of)|not (?:that|this)(?: one)?[\s,]+|(?:that's |that was )?(?:the )?wrong (?:one|task)[\s,.:]+)(?:i (?:meant?|wanted|was trying|intended|needed) )?(?: ?to (?:say|delete|remove|complete|finish|mark|do|change))? ?(?<ref>.+?)(?: (?:as|is|was|are) (?:done|completed?|finished))?$/i,
    read: meant,
  },
  {
    name: 'correct-number',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait|hang on)[\s,.!]+)+(?:the )?(?<ref>(?:task|number|no\.?|#) ?\w+|\w+ one)$/i,
    read: meant,
  },
  {
    name: 'wanted-other',
    pattern:
      /^(?:(?:no|nope|oops|whoops|sorry|wait|hang on|ah)[\s,.!]+)*i (?:wanted|was trying|intended|meant)(?: you)? to (?:delete|remove|complete|finish|mark|tick off|do) (?<ref>.+?)(?: as (?:done|completed?))?(?:,? (?:not|instead).*)?$/i,
    read: meant,
  },
  { name: 'oops', pattern: /^(?:oops|whoops|oops!?)$/i, read: () => ({ kind: 'undo' }) },
  {
    name: 'restore',
    pattern:
      /^(?:restore|undelete|un-delete|recover|bring back|put back|get back)(?: the)?(?: deleted)? (?<ref>.+?)(?: (?:from|out of) (?:the )?(?:trash|bin|recycle bin))?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'restore', reference };
    },
  },
  {
    name: 'get-back',
    pattern:
      /^(?:i )?(?:bring|put|get|give|take|want|need|have|'d like)(?: me)? (?<ref>.+?) back(?: (?:please|from (?:the )?(?:trash|bin)|on (?:my|the) list))?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'restore', reference };
    },
  },
];

/** "No, coffee": what was said last, with other words. They stand last, since any words fit. */
export const correctingRules: readonly Rule[] = [
  {
    name: 'no-sorry-other',
    raw: true,
    pattern:
      /^(?:(?:oh|ah|no|nope|oops|whoops|wait|hang on)[\s,.!]+)+sorry[\s,.!]+(?:(?:no|it'?s|make (?:it|that))[\s,]+)*(?<ref>(?!thanks|about|for|to|i\b|it\b|that\b|this\b|not\b|you\b|my\b|don)[\p{L}\p{N}'\uE000\uE001-]+(?: [\p{L}\p{N}'\uE000\uE001-]+){0,2})[.!]*$/iu,
    read: meant,
  },
  {
    name: 'no-other',
    raw: true,
    pattern:
      /^(?:(?:oh|ah|no|nope|oops|whoops|sorry|wait|hang on)[\s,.!–—-]*(?<![a-z ]))+[\s,.!–—-]*(?<ref>(?!thanks|thank|wait|sorry|worries|idea|problem|way|i\b|it\b|that\b|this\b|not\b|one\b|more\b|more\b|you\b|never\b|stop\b|don)[\p{L}\p{N}'\uE000\uE001-]+(?: [\p{L}\p{N}'\uE000\uE001-]+){0,3})[.!]*$/iu,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      const title = reader.draft(ref)?.title;
      return reference && { kind: 'correct', reference, ...(title ? { title } : {}) };
    },
  },
];
