/** English words that the parsers know. Data only. @module */
import type { Words } from '../../language.ts';

const irregular: Record<string, string> = {
  bought: 'buy',
  paid: 'pay',
  sent: 'send',
  wrote: 'write',
  written: 'write',
  made: 'make',
  took: 'take',
  taken: 'take',
  got: 'get',
  gotten: 'get',
  went: 'go',
  gone: 'go',
  did: 'do',
  done: 'do',
  ran: 'run',
  read: 'read',
  met: 'meet',
  fed: 'feed',
  swept: 'sweep',
  rang: 'ring',
  spoke: 'speak',
  spoken: 'speak',
  told: 'tell',
  gave: 'give',
  given: 'give',
  brought: 'bring',
  built: 'build',
  cut: 'cut',
  drove: 'drive',
  found: 'find',
  fixed: 'fix',
  held: 'hold',
  kept: 'keep',
  left: 'leave',
  lent: 'lend',
  sold: 'sell',
  taught: 'teach',
  threw: 'throw',
  thrown: 'throw',
  ate: 'eat',
  mum: 'mom',
  mommy: 'mom',
  mother: 'mom',
  dad: 'dad',
  father: 'dad',
  phone: 'call',
  ring: 'call',
  phoned: 'call',
  phoning: 'call',
  purchase: 'buy',
  purchased: 'buy',
  'e-mail': 'email',
  emailed: 'email',
  mailed: 'email',
  children: 'child',
  people: 'person',
};

/** A rough English stem: enough for "groceries" and "grocery", "called" and "call" to meet. */
function stem(word: string): string {
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
  before:
    /^(?:(?:please|pls|plz|hey|hi|hello|ok(?:ay)?|so|well|also|and|then|now|actually|just|alright|oh|um+|great|thanks|cool|(?:the )?assistant|can you|could you|would you(?: mind)?|will you|can i|could i|may i|i(?:'d| would) like (?:you )?to(?= (?:add|create|see|show|list|delete|remove|complete|mark|change|rename|update))|i want (?:you )?to(?= (?:add|create|see|show|list|delete|remove|complete|mark|change|rename|update))|i need you to|let'?s|help me(?= \w)|go ahead and|kindly|quickly|maybe)\b[\s,!.]+)/i,
  after:
    /[\s,]*(?:(?:\b(?:please|pls|plz|thanks|thank you|thx|for me|right now|asap please|if you can|will you|would you|ok|okay)\b)|[.!?]+|🙏|😊)$/i,
  clauseBreak: /\s*(?:[.!?;]+\s+|\n+|,?\s+and\s+(?:then\s+|also\s+)?|,\s+(?:then\s+|also\s+)?|\s+then\s+)/gi,
  explicit: /\b(?:tasks?|to-?dos?|lists?|add|remind me|undo|number \d+|show me|what's)\b|#\d/i,
  itemBreak: /\s*(?:,\s*(?:and|&)\s+|[,;\n]+|\s+(?:and|&)\s+|\s\+\s)\s*(?:to\s+(?=\w))?/i,
  noise: new Set(
    'a an the my to of for on in at by with and or is are was it that this one ones task tasks todo todos item items about please some i me we our their his her from into up'.split(
      ' ',
    ),
  ),
  sameAs: new Map(Object.entries(irregular)),
  stem,
  numbers: new Map(numbers.map((word, index) => [word, index])),
  positions: new Map([
    ...positions.map((word, index): [string, number] => [word, index + 1]),
    ['last', -1],
    ['latest', -1],
    ['newest', -1],
    ['final', -1],
    ['former', 1],
    ['latter', -1],
    ['second to last', -2],
  ]),
  positionSuffix: /\s+(?:one|ones|task|tasks|item|items|entry|todo|on (?:the|my) list)$/i,
  one: /^(?:it|that|this|that one|this one|that task|this task|the task|the same(?: one)?|the one (?:i|you) just (?:added|mentioned|created))$/i,
  many: /^(?:them|these|those|both(?: of them)?|all of (?:them|these|those)|them all|those tasks|these tasks|all three|the two|both tasks)$/i,
  numberPrefix:
    /^(?:(?:the|my)\s+)?(?:(?:tasks?|to-?dos?|items?|entr(?:y|ies))\b\s*)?(?:(?:numbers?|nos?\.?|nr\.?|ids?|#)\s*)?(?=[#\w])/i,
  everything:
    /^(?:all(?: of)?(?:\s+(?:the|my|our))*(?:\s|$)(?!of (?:them|these|those)).*|every(?:thing| (?:single )?(?:task|one|item|todo)).*|each task.*|(?:the |my )?(?:(?:whole|entire|full) )(?:list|thing|lot).*|(?:the |my )?(?:to-?do )?list|(?:the |my )?(?:tasks|todos|to-dos)(?: .*)?|(?:the |my )?(?:completed|finished|done|pending|open|overdue|high[- ]priority|low[- ]priority|medium[- ]priority|urgent|old)\s+(?:tasks|todos|to-dos|ones|items|stuff)(?: .*)?|(?:completed|finished|done)|tasks? tagged .*|#\w+ tasks)$/i,
  referenceFrame: {
    before:
      /^(?:(?:the|my|a|an|that|this|our)\s+)?(?:(?:task|todo|to-do|item|entry|one)s?\b\s*(?:(?:called|named|titled|about|for|to|with|:)\s+)?)?(?:the\s+|my\s+)?/i,
    after:
      /(?:\s+(?:task|todo|to-do|item|entry|one|reminder)s?)?(?:\s+(?:from|off|on|in) (?:my|the) (?:to-?do )?(?:list|tasks))?(?:\s+(?:now|already|too|as well|anymore|any more|today))?$/i,
  },
  priorities: [
    {
      pattern:
        /(?:^(?:urgent|important|critical|asap)\s*[:!,-]\s*)|(?:[\s,(]*\b(?:with |at |as |of )?(?:a )?(?:high|top|highest|urgent)[- ]priority\)?)|(?:[\s,(]*\bpriority\s*[:=]?\s*(?:is )?(?:high|urgent|top)\b\)?)|(?:[\s,]+(?:it'?s |very |as |marked )?(?:urgent|important|asap|critical)\s*[!.]*$)|(?:\s!(?:high|1)\b)|(?:\s!{2,}(?=\s|$))|(?:(?<=\s)p1\b)|(?:(?<=^\s*)(?:urgent|important)\b)/i,
      priority: 'high',
    },
    {
      pattern:
        /(?:[\s,(]*\b(?:with |at |as |of )?(?:a )?(?:low|lowest)[- ]priority\)?)|(?:[\s,(]*\bpriority\s*[:=]?\s*(?:is )?low\b\)?)|(?:[\s,]+(?:it'?s )?not (?:very |that )?(?:urgent|important)\s*$)|(?:\s!low\b)|(?:(?<=\s)p3\b)/i,
      priority: 'low',
    },
    {
      pattern:
        /(?:[\s,(]*\b(?:with |at |as |of )?(?:a )?(?:medium|normal|mid)[- ]priority\)?)|(?:[\s,(]*\bpriority\s*[:=]?\s*(?:is )?(?:medium|normal)\b\)?)|(?:\s!medium\b)|(?:(?<=\s)p2\b)/i,
      priority: 'medium',
    },
  ],
  priorityValues: [
    {
      pattern:
        /^(?:a )?(?:not (?:so |that |very )?(?:urgent|important)|low(?:est|er)?(?:[- ]priority)?|p3|unimportant)$/i,
      priority: 'low',
    },
    { pattern: /^(?:a )?(?:medium|normal|mid|middle|regular)(?:[- ]priority)?$|^p2$/i, priority: 'medium' },
    {
      pattern:
        /^(?:a )?(?:(?:high|top|highest|higher|urgent)(?:[- ]priority)?|(?:very )?(?:urgent|important|critical)|p1|a priority|(?:the )?top)$/i,
      priority: 'high',
    },
  ],
  statuses: [
    {
      pattern:
        /\b(?:pending|open|outstanding|unfinished|incomplete|uncompleted|remaining|active|undone|left(?: to do)?|not (?:yet )?(?:done|completed?|finished)|still (?:to do|need(?:s)? (?:to be )?do(?:ne|ing)?)|to-?do(?= (?:today|tomorrow|this)|\s*$)|have to do|need to do|should (?:i )?do)\b/i,
      status: 'pending',
    },
    {
      pattern: /\b(?:completed?|done|finished|checked off|crossed off|accomplished)\b/i,
      status: 'completed',
    },
    { pattern: /\b(?:all|every(?:thing)?)\b/i, status: 'all' },
  ],
  tags: /(?<=^|[\s,(])#(?<hash>[\p{L}][\p{L}\p{N}_-]*)|[\s,(]*\b(?:tagged|labell?ed)(?: as| with)?:?\s+#?(?<named>[\p{L}\p{N}_-]+(?:(?:,\s*|\s+and\s+)#?[\p{L}\p{N}_-]+)*)\)?|[\s,(]*\bwith (?:the |a )?(?:tags?|labels?)\s+#?(?<tagged>[\p{L}\p{N}_-]+)\)?/giu,
  description:
    /[\s,;(–—-]*\b(?:(?:with|and) (?:the |a )?)?(?:description|details?|notes?|desc)\s*(?::|=|that says|saying|of)?\s+(?<description>.+)$/is,
  titleFrame: {
    before:
      /^(?:(?:that i (?:need|have) to|to|for me to|called|named|titled|about(?= \w+ing)|saying|that says|:|-)\s+)+|^[\s:;,.–—-]+/i,
    after: /[\s:;,.!–—-]+$/,
  },
  filterNoise:
    /(?<=\s)(?:do i|what|which|what's|whats|who|is|are|was|were|there|any|anything|me|my|mine|i|i've|have|has|had|got|the|a|an|of|on|in|for|with|tasks?|to-?dos?|to do|lists?|items?|things?|stuff|ones?|entr(?:y|ies)|plate|please|currently|now|so far|yet|still|that|need|be|been|do|due|all|everything|right|again|whole|entire|full|current|to|and|at|today's|work)(?=\s|[?!.,;:]|$)/gi,
  about:
    /\b(?:about|regarding|related to|containing|contain|mentioning|with the words?|that mention|matching|called|named)\s+(?<query>.+?)\s*[?!.]*\s*$/i,
  dateBefore:
    /[\s,(]*\b(?:(?:due|deadline|scheduled)(?: date)?(?: is)?:?(?: (?:by|on|at|for|before))?|by|on|at|before|until|till|for|from|no later than|starting)\s*:?$|^(?:due|by|on|at|for|until|till)\s+/i,
  dateAfter: /^\s*(?:,|to\b|about\b|with\b|that\b|for\b|at\b|in\b|#|!)/i,
  dayParts: [
    { pattern: /morning/i, hour: 9 },
    { pattern: /afternoon/i, hour: 15 },
    { pattern: /evening/i, hour: 18 },
    { pattern: /night/i, hour: 20 },
  ],
  dueRanges: [
    { pattern: /\b(?:overdue|late|past due|behind(?: on| schedule)?)\b/i, range: 'overdue' },
    { pattern: new RegExp(`${due}\\b(?:today|tonight)(?:'s)?\\b`, 'i'), range: 'today' },
    { pattern: new RegExp(`${due}\\btomorrow(?:'s)?\\b`, 'i'), range: 'tomorrow' },
    { pattern: new RegExp(`${due}\\bthis week\\b`, 'i'), range: 'this-week' },
    { pattern: new RegExp(`${due}\\bnext week\\b`, 'i'), range: 'next-week' },
  ],
  question:
    /[?？]\s*$|^(?:what|who|where|when|why|how|which|whose|is|are|do|does|did|can|could|would|will|should|tell|explain|write|sing|play|translate|calculate|i|you|my name|ignore)\b/i,
  yes: /^(?:y|yes|yep|yeah|yup|ya|sure|ok|okay|of course|absolutely|definitely|certainly|correct|right|exactly|confirm(?:ed)?|do it|go ahead|go for it|please do|that's right|yes,? (?:please|delete (?:them|it|everything|all)(?: all)?|do it|go ahead|i'm sure|i am sure|sure|that one|all of them)|i'm sure|i am sure|sounds good|proceed|👍)$/i,
  no: /^(?:n|no|nope|nah|no way|no thanks|no,? thank you|no,? (?:don't|do not|keep (?:them|it)|cancel|stop|wait)(?: .*)?|don't|do not|cancel(?: that| it)?|stop|never ?mind|forget it|leave (?:it|them)(?: alone)?|keep (?:it|them)(?: all)?|none(?: of them)?|neither|not now|wait|hold on)$/i,
  both: /^(?:both(?: of them)?|all(?: of them)?|all three|every one|them all|everything|the lot)$/i,
};
