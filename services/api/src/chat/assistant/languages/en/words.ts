/** English words that the parsers know. Data only. @module */
import type { Words } from '../../language.ts';
import { after, before } from './manners.ts';
import { irregularPast } from './verbs.ts';

/** Words that mean the same on a list. */
const synonyms: Record<string, string> = {
  going: 'go',
  doing: 'do',
  mum: 'mom',
  mommy: 'mom',
  mummy: 'mom',
  mother: 'mom',
  daddy: 'dad',
  father: 'dad',
  phone: 'call',
  ring: 'call',
  rang: 'call',
  rung: 'call',
  phoned: 'call',
  phoning: 'call',
  ringing: 'call',
  purchase: 'buy',
  purchased: 'buy',
  'e-mail': 'email',
  emailed: 'email',
  mailed: 'email',
  children: 'child',
  people: 'person',
  bicycle: 'bike',
  telly: 'tv',
  television: 'tv',
  appt: 'appointment',
  mtg: 'meeting',
};

/** A rough English stem: enough for "groceries" and "grocery", "called" and "call" to meet. */
function stem(inflected: string): string {
  const word = inflected.replace(/'s$/, '');
  if (word.length <= 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  let bare = word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? word.slice(0, -1) : word;
  const ending = /(?:ing|ed)$/.exec(bare)?.[0];
  if (ending && bare.length - ending.length >= 3) {
    bare = bare.slice(0, -ending.length);
    if (/([bdgklmnprt])\1$/.test(bare) && !/ll$/.test(bare)) bare = bare.slice(0, -1);
  }
  return bare.length > 4 && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const positions = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

const due = `(?:that (?:are|is) )?(?:due |scheduled )?(?:for |on |by )?`;

export const words: Words = {
  before,
  after,
  clauseBreak:
    /\s*(?:[.!?;]+\s+|\n+|,?\s+and\s+(?:then\s+|also\s+)?|,\s+(?:then\s+|also\s+|but\s+(?=(?:please |also |can you )?(?:add|remind|put|delete|remove|mark|move|make|i|we)\b))?|\s+then\s+|\s+(?:please|pls)\s+(?=(?:what|which|when|how|tell|show)\b)|(?<!\b(?:to|and|or|you|u|i|please|pls|can|could|just|not|don't|dont|then|me|we|who|will|would|should|must|can't|cant|never|also|so|now|only|it|that|how|gotta|wanna|did|do))\s+(?=(?:so |now |please |just )*(?:mark|tick|cross|check|delete|remove|reopen|undo|snooze|postpone) (?:it|that|them|those|both)\b)|(?<!\b(?:everything|all|anything|nothing|every one)),?\s+but\s+|(?:,?\s+so\s+)(?=(?:please |you can |can you |could you |would you |now )?(?:(?:mark|delete|remove|add|tick|cross|check|remind|gotta|need|list|show|tag|untag|complete|rename|reopen|move|change|set|push|postpone|reschedule|undo|restore|pop|jot|note|stick)\b|(?:put|move|take|bring|push|set|make|change|tag|reopen|uncheck|untick|unmark|undo|cancel|scrap|bin|leave|keep) (?:it|that|them|this|those)\b|(?:i|we)(?:'ve|'ll| will| have| really| also| still)* (?:need|have|must|should|got|gotta|better|ought)\b)))/gi,
  sentenceBreak: /[.!?\n]/,
  explicit:
    /^(?:need|gotta|must|have|got|better|should|ought)(?: to)? \w+|\b(?:tasks? \d+|(?:my|the|all|a|this|that) (?:[\w-]+ ){0,2}(?:tasks?|to-?dos?|lists?)|add|remind me|undo|number \d+|show me|what'?s|(?:my|all) tasks|(?:tag|complete|delete|remove|move|reopen|rename|set|push|postpone|mark) (?:#|task |number )?\d+|mark .+ (?:done|completed?|finished)|(?:delete|remove|complete|cancel) (?:the )?(?:buy|fix|pay|get|send|wash|clean|pick|write|renew|go|submit|return|sell|make)|(?:tick|cross|check) (?:off|\S+ off)|(?:i|we) (?:still |also )?(?:need|have) to|(?:\w+day|tomorrow|tonight|today) (?:i|we)(?:'ve|'ll)? (?:gotta|need to|have to|must|should|got to)|\S+ (?:is|are|was|got) (?:already |now |all )?(?:done|finished|completed|sorted)$)\b|#\d/i,
  itemBreak:
    /\s*(?:,\s*(?:and|&)\s+|[,;\n]+|\s+(?:and|&)\s+|\s\+\s)\s*(?:(?:also|then)\s+(?=\w))?(?:to\s+(?=\w))?/i,
  noise: new Set(
    'a an the my to of for on in at by with and or is are was it that this one ones task tasks todo todos item items about please some i me we our their his her from into up thing things stuff both'.split(
      ' ',
    ),
  ),
  sameAs: new Map(Object.entries({ ...irregularPast, ...synonyms })),
  stem,
  numbers: new Map(numbers.map((word, index) => [word, index])),
  rangeBreak: /\s*(?:-|–|\bto\b|\bthrough\b|\btill\b)\s*/,
  positions: new Map([
    ...positions.map((word, index): [string, number] => [word, index + 1]),
    ['last', -1],
    ['latest', -1],
    ['newest', -1],
    ['final', -1],
    ['former', 1],
    ['latter', -1],
    ['second to last', -2],
    ['second last', -2],
    ['penultimate', -2],
    ['most recent', -1],
    ['top', 1],
    ['bottom', -1],
  ]),
  ordinal: /^(\d+)(?:st|nd|rd|th)$/,
  positionSuffix: /\s+(?:one|ones|task|tasks|item|items|entry|todo|on (?:the|my) list|in (?:the|my) list)$/i,
  span: /^(?:the |my )?(first|last)\s+(\w+)(?: ones?| tasks?| items?| of (?:them|those|these)| on (?:the|my) list)?$/i,
  one: /^(?:it|that|this|that one|this one|that (?:sub-?)?task|this (?:sub-?)?task|the (?:sub-?)?task|the same(?: one)?|(?:the|that) (?:one|task) (?:i|you|we)(?:'ve)? just (?:added|mentioned|created|made|changed)|the (?:new|newest) (?:one|task))$/i,
  many: /^(?:them|these|those|them both|(?:the )?both(?: of (?:them|those|these))?|both (?:those|these|of those two)|all of (?:them|these|those)|them all|those tasks|these tasks|all three|the two|both tasks)$/i,
  other:
    /^(?:(?:the|that|my) )?other (?:one|task|item|thing)$|^the other$|^(?:all )?(?<many>the others|the other (?:ones|two|three|four|tasks|items|things)|the rest(?: of (?:them|those|these))?|the remaining (?:ones|two|three|tasks))$|^the other (?<words>\S.*)$/i,
  numberPrefix:
    /^(?:(?:the|my)\s+)?(?:(?:tasks?|to-?dos?|items?|entr(?:y|ies))\b\s*)?(?:(?:numbers?|nos?\.?|nr\.?|ids?|#)\s*)?(?=[#\w])/i,
  everything:
    /^(?:(?:the |my |all (?:the |my |of )?)?(?:today|tomorrow|this week|next week|tonight)'?s (?:tasks|ones|to-?dos|items|things|stuff|list)|(?:the |my )?(?:tasks|ones|things|stuff|items) (?:that are |that're |which are )?(?:due|for|from|tagged|with) .*|whatever(?:'s| is)? (?:due|left|overdue|pending|on) .*|anything (?:due|overdue|tagged|left|pending)\b.*|all(?: of)?(?:\s+(?:the|my|our))*(?:\s|$)(?!of (?:them|these|those)).*|every(?:thing| (?:single )?(?:task|one|item|todo)).*|each task.*|(?:the |my )?(?:(?:whole|entire|full) )(?:list|thing|lot).*|the lot|the lot of (?:them|it)|(?:the |my )?(?:to-?do )?list|(?:the |my )?(?:tasks|todos|to-dos)(?: .*)?|(?:the |my )?(?:completed|finished|done|pending|open|overdue|high[- ]priority|low[- ]priority|medium[- ]priority|urgent|old)\s+(?:tasks|todos|to-dos|ones|items|stuff)(?: .*)?|(?:completed|finished|done)|tasks? tagged .*|#\w+ tasks|both (?:the |my )?(?!of\b|.* and )\w.*|every \w+ (?:task|one)|(?:the )?(?:trash|done list))$/i,
  exception:
    /^(?<all>.+?),? (?:except|but(?: not)?|apart from|other than|besides|excluding|without)(?: for)? (?<except>.+)$/i,
  referenceFrame: {
    before:
      /^(?:(?:the|my|a|an|that|this|our)\s+)?(?:(?:task|todo|to-do|item|entry|one)s?\b\s*(?:(?:called|named|titled|about|for|to|with|:)\s+)?)?(?:the\s+|my\s+)?/i,
    after:
      /(?:\s+(?:task|todo|to-do|item|entry|one|reminder)s?)?(?:\s+(?:from|off|on|in) (?:my|the) (?:to-?do )?(?:list|tasks))?(?:\s+(?:now|already|too|as well|anymore|any more|today|please|yesterday|earlier|this morning|just now|finally|at (?:long )?last))*$/i,
  },
  priorities: [
    {
      pattern:
        /^(?:no rush|no hurry|(?:it's )?not (?:very |that |so )?(?:urgent|important)|nothing urgent|low prio(?:rity)?|whenever(?: you can)?|when(?:ever)? i (?:get (?:a|the) (?:chance|moment)|get (?:round|around) to it|have time))\s*[:!,.–—-]*\s+(?:but )?(?=\S)/i,
      priority: 'low',
    },
    {
      pattern:
        /[\s,(–-]+(?:it'?s |but )?(?:not (?:very |that |so )?(?:urgent|important)|no rush|no hurry|no pressure|not in a (?:rush|hurry)|whenever|when(?:ever)? i (?:get (?:a|the) (?:chance|moment)|get (?:round|around) to it|can|have time)|if i (?:get|have) (?:the )?(?:time|chance)|eventually|some ?day)\)?\s*[.!]*$/i,
      priority: 'low',
    },
    {
      pattern:
        /(?:^(?:very |super |really |so )?(?:urgent|important|critical|asap)\s*[:!,.–—-]+\s*)|(?:\s*[([](?:high|urgent|important|top|p1|!+)[)\]])|(?:\s*(?:[–—|-]|,)\s*(?:high|urgent)\s*(?=$|,|\)))|(?:[\s,(]*\bprio(?:rity)? ?1\b\)?)|(?:[\s,(]*\b(?:with |at |as |of )?(?:a )?(?:high|top|highest|urgent)[- ]prio(?:rity)?\b(?: task\b)?\)?)|(?:[\s,(]*\bprio(?:rity)?\s*[:=]?\s*(?:is )?(?:high|urgent|top)\b\)?)|(?:[\s,(]+(?:it'?s |very |as |marked )?(?:urgent|important|asap|critical)\s*[!.)]*$)|(?:\s!(?:high|1)\b)|(?:\s!{2,}(?=\s|$))|(?:(?<=\s)p1\b)|(?:(?<=^\s*)(?:urgent|important)\b)|(?:[\s,(]*\b(?:asap|a\.s\.a\.p\.?|as soon as (?:possible|i can|you can|we can)|urgently|super urgent|really urgent|top of (?:the|my) list|highest priority|(?:it's )?(?:a )?(?:top|high) priority|v(?:ery|\.)? (?:urgent|important)|(?:it's |its |this is )?(?:really|very|super|so|quite|extremely) (?:urgent|important))\b\)?)/i,
      priority: 'high',
    },
    {
      pattern:
        /(?:\s*(?:[–—|-]|,)\s*low\s*(?=$|,|\)))|(?:\s*[([](?:low|p3)[)\]])|(?:[\s,(]*\bprio(?:rity)? ?3\b\)?)|(?:[\s,(]*\b(?:with |at |as |of )?(?:a )?(?:low|lowest)[- ]prio(?:rity)?\b(?: task\b)?\)?)|(?:[\s,(]*\bprio(?:rity)?\s*[:=]?\s*(?:is )?low\b\)?)|(?:[\s,]+(?:it'?s )?not (?:very |that )?(?:urgent|important)\s*$)|(?:\s!low\b)|(?:(?<=\s)p3\b)/i,
      priority: 'low',
    },
    {
      pattern:
        /(?:[\s,(]*\b(?:with |at |as |of )?(?:a )?(?:medium|med|normal|mid)[- ]prio(?:rity)?\b\)?)|(?:[\s,(]*\bprio(?:rity)?\s*[:=]?\s*(?:is )?(?:medium|med|normal)\b\)?)|(?:\s!medium\b)|(?:\s*(?:[–—|-]|,)\s*(?:medium|normal)\s*(?=$|,|\)))|(?:(?<=\s)p2\b)/i,
      priority: 'medium',
    },
  ],
  filterPriorities: [{ pattern: /\b(?:urgent|important|critical|top)\b/i, priority: 'high' }],
  priorityValues: [
    {
      pattern:
        /^(?:a )?(?:(?:not|less) (?:so |that |very )?(?:urgent|important)|low(?:est|er)?(?:[- ]prio(?:rity)?)?|p3|unimportant)$/i,
      priority: 'low',
    },
    {
      pattern: /^(?:a )?(?:medium|med|normal|mid|middle|regular)(?:[- ]prio(?:rity)?)?$|^p2$/i,
      priority: 'medium',
    },
    {
      pattern:
        /^(?:a )?(?:(?:high|top|highest|higher|urgent)(?:[- ]prio(?:rity)?)?|(?:very |super |really |more )?(?:urgent|important|critical)|p1|(?:top )?priority|the top priority|(?:the )?top)$/i,
      priority: 'high',
    },
  ],
  statuses: [
    {
      pattern: /\b(?:completed?|done|finished)(?: ones| tasks| stuff)? (?:too|as well|also|included)\b/i,
      status: 'all',
    },
    {
      pattern:
        /\b(?:including|incl\.?|plus|and|or)(?: the| all)? (?:completed?|done|finished|pending|open)(?: and (?:pending|open))?(?: ones)?\b/i,
      status: 'all',
    },
    {
      pattern:
        /\b(?:pending|open|upcoming|outstanding|unfinished|incomplete|uncompleted|remaining|active|undone|left(?: to do)?|not (?:yet )?(?:done|completed?|finished)|still (?:to do|need(?:s)? (?:to be )?do(?:ne|ing)?)|to-?do(?= (?:today|tomorrow|this)|\s*$)|have to do|need to do|should (?:i )?do)\b/i,
      status: 'pending',
    },
    {
      pattern: /\b(?:completed?|done|finished|checked off|crossed off|accomplished)\b/i,
      status: 'completed',
    },
    { pattern: /\b(?:all|every(?:thing)?)\b/i, status: 'all' },
  ],
  tags: /(?<=^|[\s,(])#(?<hash>[\p{L}][\p{L}\p{N}_-]*)|[\s,(]*\b(?:tagged|labell?ed)(?: as| with)?:?\s+#?(?<named>[\p{L}\p{N}_-]+(?:(?:,\s*|\s+and\s+)#?[\p{L}\p{N}_-]+)*)\)?|[\s,(]*\b(?:(?:with|using) (?:the |a )?(?:tags?|labels?)|(?:down |in |filed |file it |put it )?under (?:the )?(?:tag|label|category|heading)|under(?= #)|(?:in|under) (?:the )?category|category:?|(?:and )?(?:tag|label)(?: (?:it|that|them))?(?: as| with)?|tags?:|tags)\s+#?(?<tagged>[\p{L}\p{N}_-]+(?:(?:,\s*|\s+and\s+)#?[\p{L}\p{N}_-]+)*)\)?(?=\s*(?:,|$|(?:and |with )?(?:(?:a )?(?:high|low|medium|med|top|normal)[- ]prio|prio(?:rity)?\b|p[123]\b|due\b|!)))|[\s,(]*\b(?:with|under|in|from) (?:the |a |an |my )?#?(?<labelled>(?!(?:same|a|the|no|any|right|new)\b)[\p{L}\p{N}_-]+) (?:tag|label)\b\)?/giu,
  description:
    /[\s,;(–—-]*\b(?:(?:(?:with|and)(?: the| a)? (?:description|details?|notes?|desc)\s*(?::|=|that says|saying|of|that)?|(?:description|details?|notes?|desc)\s*(?::|=|that says|saying)|(?:,? and)? (?:in|for|as|under) the (?:description|details?|notes?|desc)(?: (?:write|put|say|add|note|mention)| it says| should (?:say|be))?:?|(?<=[,;.–—(-]\s*)(?:description|details?|notes?|desc)(?= ))\s+)(?<description>.+)$/is,
  titleFrame: {
    before:
      /^(?:(?:(?:[Tt]hat )?[Ii] (?:need to|have to|gotta|must|should|got to)|to|TO|for me to|called|CALLED|named|titled|about(?= \w+ing)|saying|that says|:|-|(?:[Aa]n?|the)(?= \S))\s+)+|^[\s:;,.–—-]+/,
    // "Prepone the call to" has lost its day.
    after:
      /(?:,? (?:as well|too|instead))?(?:(?<=^(?:prepone|postpone|move|reschedule|push|shift|delay|defer|extend|bring)\b.*)\s+(?:to|until|till))?[\s:;,.!(–—-]*$/i,
  },
  filterNoise:
    /(?<=\s)(?:do i|were|those|these|two|three|supposed|meant|had to|needed to|through|absolutely|literally|basically|what|which|what's|whats|who|is|are|was|were|there|any|anything|me|my|mine|i|i've|have|has|had|got|the|a|an|of|on|in|for|with|tasks?|to-?dos?|to do|lists?|items?|things?|stuff|ones?|entr(?:y|ies)|plate|please|am|did|finish|hand in|get|should|must|want|show|list|only|just|up|most|total|from|coming|next|about|currently|(?:until|till|up to|up until) now|now|so far|yet|already|finally|know(?: about)?|still|that|need|be|been|do|due|all|everything|manage|managed|look|looks|looking|like|busy|deadlines?|em|them|going|planned|that's|thats|both|every|each|right|again|whole|entire|full|current|to|and|at|today's|(?:sorted |ordered )?by (?:priority|due date|date|name|title))(?=\s|[?!.,;:]|$)/gi,
  about:
    /\b(?:about|regarding|related to|containing|contain|mentioning|with the words?|that mention|matching|called|named)\s+(?<query>(?!(?:for|on|today|tomorrow|this|next)\b).+?)(?: (?:in|on) (?:there|here))?\s*[?!.]*\s*$/i,
  dateBefore:
    /[\s,(]*\b(?:(?:(?:is|are|that's|it's) )?(?:due|deadline|scheduled)(?: date)?(?: is)?:?(?: (?:by|on|at|for|before))?|by|on|at|before|until|till|for|from|no later than|starting|sometime|some time)\s*:?$|[\s,(]+@\s*$|^(?:due|by|on|at|for|until|till)\s+/i,
  until: /\b(?:by|before|until|till|latest)\b/i,
  belongs: /(?<=\p{L})['’]s(?=\s)/gu,
  untilBefore: /\b(?:before|prior to|ahead of|earlier than)\b/i,
  dateAfter: /^\s*(?:,|to\b|about\b|with\b|that\b|for\b|at\b|in\b|#|!|\()/i,
  dayParts: [
    { pattern: /morning|first thing/i, hour: 9 },
    { pattern: /afternoon/i, hour: 15 },
    { pattern: /evening/i, hour: 18 },
    { pattern: /(?<!fort|mid)night/i, hour: 20 },
  ],
  dueRanges: [
    {
      pattern:
        /\b(?:(?:that |which )?(?:with|have|has|having) no|without(?: an?| any)?|with ?out|(?:that |which )?(?:don't|dont|doesn't|doesnt|do not) have an?|no|missing an?) (?:due )?(?:dates?|deadlines?)\b|\b(?:undated|unscheduled|not scheduled)\b/i,
      range: 'none',
    },
    { pattern: /\b(?:overdue|late|past due|behind(?: on| schedule)?)\b/i, range: 'overdue' },
    { pattern: new RegExp(`${due}\\b(?:today|tonight)(?:'?s)?\\b`, 'i'), range: 'today' },
    { pattern: new RegExp(`${due}\\btomorrow(?:'?s)?\\b`, 'i'), range: 'tomorrow' },
    { pattern: new RegExp(`${due}\\bthis week(?:'?s)?\\b`, 'i'), range: 'this-week' },
    { pattern: new RegExp(`${due}\\bnext week\\b`, 'i'), range: 'next-week' },
  ],
  question:
    /[?？]\s*$|^(?:what|what's|whats|am|has|have|any|anything|show|list|who|who's|where|when|why|how|which|whose|is|are|was|do|does|did|can|could|would|will|should|tell|explain|sing|play|calculate|you|you're|your|my name|my \w+ (?:is|said|says|told)|ignore|(?:i |we )?(?:can't|cant|cannot|won't|wont|couldn't|couldnt|not (?:going|able)|unable|no time)|i'm|im|i am|i feel|i think|i don't|i was|i like|i love|i hate|system|he|she|they|it|it's|this|that|there|and|or|but)\b|\s(?:is|are|was|were|am|feels?|will be)\s|\s(?:came|went|arrived|happened|said|told)(?:\s|$)/i,
  told: /\b(?:not|never|nobody|nothing|none|no one|no (?!later\b|sooner\b|more than\b)\w+|hardly|cannot|without me|\w+n't|(?:do|does|did|is|are|was|were|wo|ca|could|should|would|have|has|had)nt|ugh+|argh+|damn|bloody|wish|hope|hate|love|guess|bet|apparently|supposedly|rumou?r|heard|remember when)\b|\s(?:looks?|seems?|sounds?|feels?|tastes?|smells?|starts?|sucks?) (?!to\b)|^(?:i|we|you|he|she|they|everyone|everybody|someone|somebody|people)(?:'ll| will|'d| would)? (?:not |never |always |just |really |probably |might |may )*(?:be|am|was|feel|felt|think|thought|know|knew|said|told|promised|prefer|enjoy|like|saw|dreamt|dreamed|slept|woke|arrive|leave|come|came|went|get back)\b/i,
  commands: new Set(
    'please delete remove complete completed finish finished rename update change show list tasks task undo restore done tomorrow reopen remind remember reminder forget pending priority overdue everything mark clear create today move push rename postpone reschedule snooze mark'.split(
      ' ',
    ),
  ),
  yes: /^(?:(?:y|yes|yes yes|yep|yeah|yup|ya|yea|aye|sure(?: thing)?|ok|okay|alright|of course|absolutely|definitely|certainly|correct|right|exactly|affirmative|confirm(?:ed)?|do it|do that|go ahead|go for it|go on then|go on|please|please do|that's right|that's it|that one|go on then|crack on|carry on|why not|yes then|be my guest|i'm sure|i am sure|sounds good|proceed|fine|👍|👌|✅)(?:[\s,!.]+(?=\S)|$))+(?:(?:delete|remove|clear|complete|mark|add|do) (?:them|it|everything|all|all of them|them all|that|both)(?: all)?(?: please| as done)?|all of them|them all|i'm sure|thanks|thank you)?$/iu,
  no: /^(?:(?:n|no|nope|nah|no way|not now|not yet|no thanks|no thank you|don't|do not|cancel(?: that| it)?|stop|never ?mind|nvm|forget (?:it|that)|leave (?:it|them)(?: alone)?|keep (?:it|them|everything)(?: all)?|none(?: of (?:them|those|these))?|neither(?: of (?:them|those|these))?|wait|hold on|actually no|actually don't|not that|not really|👎)(?:[\s,!.]+(?=\S)|$))+(?:(?:don't|do not|keep|leave|cancel|stop)(?: .*)?|thanks|thank you|sorry)?$/iu,
  both: /^(?:both(?: of (?:them|those|these))?|all(?: of (?:them|those|these))?|all (?:three|two|four)|every one|each(?: one)?|them all|everything|the lot|delete (?:both|all|them)(?: of them)?|any)$/i,
};
