/** Adding tasks. These stand after the others: their verbs take any words that follow. @module */
import type { Rule } from '../../language.ts';
import { adding, dated, one, some, unnamed, addingVerb as verb } from './drafting.ts';
import { isOwned, isPast, nothingToDo } from './not-to-do.ts';
import { taskVerbs } from './verbs.ts';
import { noun, onList } from './vocabulary.ts';

const lead = `(?:high|low|medium|top)[- ]prio(?:rity)?|urgent|important|critical`;

const relative =
  /^(?<then>(?:the |an? |\d+ |two |three )?(?:day|night|evening|morning|week|hour|minute)s? (?:before|after) (?:the|my|our|her|his|their) [^,]+?),? to (?<pack>\S.+)$/is;

/** "30 minutes before the dentist": when that is, only the person knows. */
const ahead =
  /^(?<then>(?:\d+|an?|half an|a quarter of an|one|two|three|four|five|ten|fifteen|twenty|thirty|a couple of|a few) (?:minutes?|mins?|hours?|hrs?|days?|weeks?) (?:before|ahead of|prior to|after)) (?<what>(?!now\b|that\b|this\b|it\b)\S.*)$/is;

const circumstance =
  /^(?<when>(?:every|each|when|whenever|once|after|as soon as) [^,]+?),? to (?<what>.+)$/is;

export const addingRules: readonly Rule[] = [
  { name: 'plus', pattern: /^\+\s*(?<title>\S.+)$/s, read: ({ title }, reader) => some(title, reader) },
  {
    name: 'make-a-task',
    pattern: new RegExp(`^(?:make|turn) (?<title>\\S.*?) (?:into )?a (?:new )?${noun}$`, 'is'),
    read: ({ title }, reader) => one(title, reader),
  },
  {
    name: 'add-task',
    pattern: new RegExp(
      `^${verb}(?: me)?(?: a| an| another| one| the)?(?: new| quick| following| more)*(?<lead>(?: (?:${lead}))?)(?: new)?(?<!\\b(?:need|want|like)) ${noun}(?: ${onList})?(?: for me(?=,|:| -| –| —))?(?:\\s*[:,–—-]\\s*|\\s+)(?:(?:and )?(?:it'?s|its) an? (?<level>(?:high|low|medium|top)[- ]prio(?:rity)?|urgent|important) one[\\s,:–—-]+)?(?:(?:called|named|titled|saying|that says|which says|that i (?:need|have) to|for me to|(?:and )?it(?:'s|s| is)(?: called| to)?|the (?:task|title|name) is|:)\\s+)?(?<title>.+)$`,
      'is',
    ),
    read: ({ title = '', lead: before = '', level = before }, reader) => {
      const priority = reader.priority(level.trim());
      const due = reader.due(title);
      if (due) return unnamed(due);
      const bare = title.replace(/^about (?!\w+ing)/i, '').replace(/^for (?:me to )?/i, '');
      return one(bare, reader, priority ? { priority } : {});
    },
  },
  {
    name: 'add-to-list',
    pattern: new RegExp(
      `^(?:add|put|insert|write|place|get|stick|pop|chuck|throw|note|bung|whack|shove|slap|toss|include|jot|save|log|enter)(?: down)?:? (?<titles>.+?) (?:${onList}|on there$)(?<details>(?:[\\s,].*)?)$`,
      'is',
    ),
    read: ({ titles = '', details = '' }, reader) =>
      details.trim() === '' ? some(titles, reader, { named: true }) : one(`${titles}${details}`, reader),
  },
  {
    name: 'remind',
    pattern:
      /^(?:(?:set|add|create|give|gimme|pop|stick|put|chuck|make|schedule|i(?:'m| am)? ?(?:going to |gonna |'ll |will )?(?:need|want)|i'd like)(?: me| up| in| myself)? an? (?:reminder|alert|alarm|nudge)(?: for me| in| up| down| on)?|(?:ping|nudge|poke|alert|notify|prompt|buzz|prod|warn|jog|message|text)(?: me| my memory)(?= (?:to|about|at|on|in|tomorrow|tonight|this|next|later|every|by|when|that|\d)\b)|tell me(?= (?:to|at \d)\b)|i(?:'d| would)? (?:like|want|need) to be reminded|remind me(?: please| pls|,)*|reminder|remind myself|(?:let|help) (?:me|us)(?: not)? (?:to )?(?:forget|remember)|i (?:keep|always|nearly|almost) forg(?:et|etting|ot)|keep (?:track|note) of|remember for me|(?:make|take|write)(?: me)? a (?:mental )?note|remember|rmbr|rmmbr|remmember|don't (?:let me )?forget|do not (?:let me )?forget|make sure(?: that)?(?: i(?: don't forget)?| to)?|(?:i )?(?:mustn't|must not|can't|cannot) forget|i (?:must|should|need to|have to|want to|gotta|can't|cannot) (?:not forget|remember|forget))(?: (?:about|of|for|that i (?:need|have) to|that i should|that|to|2(?= (?!(?:second|minute|min|hour|hr|day|week|month|year)s?\b)[a-z])))?[:,]? (?<title>(?!when (?:we|i|you|they) used\b|how (?:we|i) |the (?:time|day|days) (?:when|we|i)\b|(?:this|that|those) (?:time|day|days)\b|(?:me|you|him|us|things|stuff|everything|it|that|this|nothing|nobody|no one|what|which|who|whose|why|how|where|whether)(?:[\s?!.]*$| (?:you|i|we|they|is|are|was|were|am|do|does|did|said|told|gets?|got|has|have|time|day|should|must|happens|to add)\b)).+)$/is,
    read: ({ title = '' }, reader) => {
      // "Set a reminder for monday: chase the council"
      const [, day, task] = /^(?:for |on |at )?([^:\n]{3,40}?)\s*:\s+(\S.*)$/s.exec(title) ?? [];
      if (day && reader.due(day)) return dated(day, task, reader);
      // "Remind me every monday to …", "remind me when i get home to …": the circumstance goes behind.
      // "The day before the exam": no calendar knows when that is.
      const { then, pack } = relative.exec(title)?.groups ?? {};
      if (then && pack) return one(pack, reader, { description: then });
      const { then: early, what: event } = ahead.exec(title)?.groups ?? {};
      if (early && event && !reader.due(event)) return one(event, reader, { description: early });
      const { when, what } = circumstance.exec(title)?.groups ?? {};
      return some(when && what ? `${what} ${when}` : title, reader);
    },
  },
  {
    // "Write this down: …", "note this somewhere: …"
    name: 'write-this',
    pattern:
      /^(?:(?:write|note|jot|log|record|scribble) (?:this|that|it|the following) down|(?:write|note|jot|put|get|take|log|save|keep|record|remember|add|scribble|store) (?:this|that|it|the following|something)(?: (?:down|in mind|somewhere|for (?:me|later)|on (?:my|the) list|quickly|one|task|in))*\s*[:,–—-])(?: somewhere| for me| for later| please| quickly)*\s*[:,–—-]?\s+(?:that )?(?<title>\S.+)$/is,
    read: ({ title }, reader) => some(title, reader, { named: true }),
  },
  {
    // "One more for the list: olives", "another thing to do, wash the car"
    name: 'one-more',
    pattern:
      /^(?:one|another|a)(?: more| last| final| quick| new| small| little)*(?: (?:thing|task|item|one|job|reminder|to-?do))?(?: (?:for|on|onto|to add to|to go on|to put on|to) (?:my|the|our) (?:[\w-]+ )?list| to (?:add|do|remember)| i (?:need|have) to do| for (?:me|the day))\s*(?:(?:is|would be) )?(?:to )?[:,–—-]?\s+(?:to )?(?<title>\S.+)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
  {
    // "Add something for friday: pick up the suit"
    name: 'add-dated-colon',
    pattern:
      /^(?:add|create|put|new|make|set|an? (?=note|reminder|task)|(?=(?:note|reminder|task|to-?do)\b))(?: me)?(?: ?(?:note|reminder|task|to-?do)| (?:something|a thing|smth|one|another|a task|a reminder|a to-?do|this|it))?(?: down| in)? (?:for|on|by|due) (?<when>[^:,]{3,40}?)\s*[:,–—-]\s+(?<title>.+)$/is,
    read: ({ when, title }, reader) => (reader.due(when) ? dated(when, title, reader) : undefined),
  },
  {
    // "Add milk to my work list": other lists are tags here.
    name: 'to-named-list',
    pattern:
      /^(?:add|put|stick|pop|chuck|note|include|get)(?: down)? (?<title>\S.*?) (?:to|on|onto|in|into|under) (?:(?:my|the|our) |(?=[\w-]+ list\b))(?<name>(?!to-?do\b|task|tasks\b|shopping\b|grocery\b|my\b|the\b|our\b|a\b|this\b|that\b|same\b|whole\b|existing\b)[\w-]+)(?:'s)? (?:list|category|project|folder)(?<more>(?: .*)?)$/is,
    read: ({ title = '', name, more = '' }, reader) => {
      const tags = reader.tags(name);
      const request = some(`${title}${more}`, reader, { named: true });
      if (request?.kind !== 'add' || tags.length === 0) return request;
      return adding(request.drafts.map((draft) => ({ ...draft, tags: [...(draft.tags ?? []), ...tags] })));
    },
  },
  {
    // "The car needs washing", "the sink could do with a clean"
    name: 'needs-doing',
    pattern:
      /^(?<title>(?!(?:it|that|this|what|who|which|there|i|we|he|she|they|you|nothing|nobody)\b)\S.*? (?:needs|need|wants|requires|could do with|is due for|are due for)(?: an?| some)? (?:\w+ing|to be \w+(?:ed|en|ne|nt|ught|id|ut)|new \w+|service|clean|wash|refill|top-up|haircut|check-?up|update|repair)\b.*)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
  {
    name: 'somebody-needs-to',
    pattern:
      /^(?:someone|somebody|one of us|everyone|you and i)(?:'s)? (?:needs|has|ought|had better|should|must|got)(?: to)? (?<title>\S.+)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
  {
    // "My passport expires in march, need to renew it"
    name: 'told-and-needed',
    pattern:
      /^(?<thing>(?:my|the|our|that|this) (?:[\w'-]+ ){0,3}?[\w'-]+) (?:is|are|has|have|was|expires?|ends?|runs?|ran|broke|looks?|needs?|keeps?|died|got|smells?)\b[^,.;:]*[,.;:–—-]+ (?:so )?(?:please |can you )?(?:i |we )?(?:need to|have to|gotta|got to|must|should|remind me to|better|ought to) (?<verb>\w+) (?:it|them|that)(?<more>\b.*)$/is,
    read: ({ thing, verb, more = '' }, reader) => {
      const request = one(`${verb} ${thing}${more}`, reader);
      return request && { ...request, entire: true };
    },
  },
  {
    // "Put the dentist in for friday", "throw the ballots on there for saturday"
    name: 'put-in',
    pattern:
      /^(?:put|pop|stick|chuck|throw|bung|slot|pencil|jot|note|write|get|whack|squeeze|schedule|book)(?: me)? (?<title>\S.*?) (?<where>in|down|on there|in there|on the (?:calendar|diary)|in (?:my|the) (?:calendar|diary|planner|schedule)) (?:for|on|at|by) (?<when>\S.*)$/is,
    read: ({ title, when }, reader) => (reader.due(when) ? dated(when, title, reader) : undefined),
  },
  {
    name: 'put-under',
    pattern:
      /^(?<verb>add|put|pop|stick|file|note|write|save|list|get)(?: down)? (?<title>\S.*?)(?: down| in| on)? under (?:the )?(?:(?:tag|label|category|heading) )?(?<tags>#?[\w-]+)(?: (?:tag|label|category))?(?<when>(?: (?:for|on|by|at|tomorrow|today|next|this)\b.*)?)$/is,
    read: ({ verb = '', title, tags, when = '' }, reader) => {
      const named = reader.tags(tags);
      const request = named.length > 0 ? one(`${title}${when}`, reader, { tags: named }) : undefined;
      const reference = reader.reference(title);
      // A task that is there goes under the tag; else it is a new one.
      return /^(?:put|file|get)$/i.test(verb) &&
        request &&
        reference?.by !== 'filter' &&
        reference &&
        when === ''
        ? { kind: 'update', reference, changes: { addTags: named }, orElse: request }
        : request;
    },
  },
  {
    name: 'still-need',
    pattern: /^(?:i |we )?still (?:need to|have to|gotta|got to|must|need) (?<ref>\S.*)$/is,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      const draft = reader.draft(ref);
      if (!draft || reference?.by !== 'words') return undefined;
      return { kind: 'complete', reference, completed: false, orElse: { kind: 'add', drafts: [draft] } };
    },
  },
  {
    name: 'important-that',
    pattern:
      /^(?:it(?:'?s| is) (?:really |very |super |so )?(?:important|urgent|critical|essential) (?:that (?:i|we)|for me to|to)|(?:i|we) (?:urgently|desperately|badly) (?:need|have) to) (?<title>.+)$/is,
    read: ({ title }, reader) => one(title, reader, { priority: 'high' }),
  },
  {
    name: 'have-got',
    pattern: /^(?:(?:i|we)(?:'ve| have)? )?got (?<title>(?:a|an|another|my|the) .+)$/is,
    read: ({ title }, reader) => (reader.dated(title) ? one(title, reader) : undefined),
  },
  {
    name: 'there-is',
    pattern: /^there(?:'s| is|'ll be| will be| are)(?: going to be| also| always)? (?<title>\S.+)$/is,
    read: ({ title }, reader) => {
      const draft = reader.dated(title) && reader.draft(title);
      return draft && adding([draft], true);
    },
  },
  {
    // "We're out of eggs, remind me to get some" says one thing twice.
    name: 'run-out-get',
    pattern:
      /^(?:(?:i|we)(?:'re|'m|'ve| are| am| have)? )?(?:(?:almost|nearly|all|completely|just|about to) )*(?:out of|ran out of|run out of|running out of|(?:running )?(?:low|short) on|need more|(?:have|got) no(?: more)?) (?<title>[^,.;]{2,40}?)(?: left| again| at home)?[\s,.;–—-]+(?:so |and |please |can you |could you )*(?:remind me(?: to)?|(?:i|we)(?:'ll| will)? (?:need|have|should|must|gotta|ought)(?: to)?|need to|gotta|must|should|add|put|time to|to)? ?(?:get|buy|pick up|order|grab|fetch|restock)? ?(?:some|more|some more|it|them|that|another|a new one|restock)(?: (?:on|to) (?:my|the) (?:[\w-]+ )?list)?(?<when>(?: (?:today|tomorrow|tonight|on|by|this|next|at|before|from|for)\b.*)?)$/is,
    read: ({ title = '', when = '' }, reader) => {
      const request = one(`buy ${title}${when}`, reader);
      return request && { ...request, entire: true };
    },
  },
  {
    name: 'run-out',
    pattern:
      /^(?:(?:i|we)(?:'re|'m|'ve| are| am| have)? )?(?:(?:almost|nearly|all|completely|just|about to) )*(?:out of|ran out of|run out of|running out of|(?:running )?(?:low|short) on|need more|no more|(?:have|got) no(?: more)?) (?<title>(?!time\b|patience\b|ideas?\b|money\b|energy\b|tasks?\b|reminders?\b|messages?\b|notifications?\b|questions?\b|it\b)(?!.*,? but\b).{2,60})$/i,
    read: ({ title }, reader) => {
      const draft = reader.draft(title?.replace(/ (?:left|again|at home|anymore)$/i, ''));
      return (
        draft &&
        adding([{ ...draft, title: `Buy ${draft.title.charAt(0).toLowerCase()}${draft.title.slice(1)}` }])
      );
    },
  },
  {
    // "I've been meaning to ring Jo for ages"
    name: 'been-meaning',
    pattern:
      /^(?:i|we)(?:'ve| have)(?: really| also| just)* been (?:meaning|wanting|planning|hoping|needing) to (?<title>.+?)(?: for (?:ages|weeks|months|years|a while|a long time|so long|forever))?$/is,
    read: ({ title = '' }, reader) => (nothingToDo(title) ? undefined : some(title, reader)),
  },
  {
    name: 'so-i-need',
    pattern:
      /^(?:\S.+?),? so,? (?:i|we)(?:'ve|'d|'ll| will| really| also)* (?:need to|have to|must|should|gotta|got to|better|ought to) (?<title>.+)$/is,
    read: ({ title }, reader) => (nothingToDo(title ?? '') ? undefined : some(title, reader)),
  },
  {
    name: 'i-need',
    pattern:
      /^(?:(?:i|we)(?:'m|'ll|'ve|'d| am| are| will| would| really| also| still| do| probably)* )?(?:(?:gonna|going to) )?(?<modal>need|have|ought|got(?= to\b)|gotta|must|should|shall|wanna|want|supposed|(?:meant|promised|agreed|offered|committed)(?= to\b)|(?:said|told \w+|promised \w+)(?: that)? i(?:'d| would|'ll| will)|would like|better|(?:plan|planning|hoping|going)(?= (?:to|on)\b)|gonna)(?: really| also| probably| still| just)*(?:(?: to)? (?:remember|not forget)(?= to))?(?<to>(?: (?:to|got to))*) (?<title>.+)$/is,
    read: ({ title = '', modal, to }, reader) =>
      nothingToDo(title) ||
      (to === '' && /^have$/i.test(modal ?? '') && isOwned(title) && !reader.dated(title)) ||
      isPast(title) ||
      /^(?:an? |the |some |such )?(?:bad |terrible |quick |small |little |nasty )?(?:cold|headache|migraine|fever|flu|question|problem|feeling|minute|second|moment|lot|fun|hope|doubt|backache|hangover|covid)\b/i.test(
        title,
      ) ||
      /^(?:know|see|ask|a question|an? idea|no idea|help(?=$| me\b| with\b)|you|nothing|more time|any|something|anything|been)\b/i.test(
        title,
      )
        ? undefined
        : some(title, reader),
  },
  {
    name: 'new-one',
    pattern:
      /^(?:a |and )?(?:new|another|next|last) one(?:\s*[:,–—-]\s*|\s+)(?:is |to |it's |its )?(?<title>\S.+)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
  {
    name: 'prefix',
    pattern:
      /^(?:new |one more |another |next )?(?:(?:to-?do|task|reminder|note to self|note|jot|memo|one more|another one|also)\s*[:–—-]\s*|note to self,? |(?:to-?do|task) (?=[a-z]))(?<title>.+)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
  {
    name: 'have-to',
    pattern: /^(?:i|we)'ve (?:to |(?=(?:an?|my|the|another) ))(?<title>.+)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
  {
    name: 'urgent',
    pattern:
      /^(?<title>(?:(?:(?:very |super |really |so )?(?:urgent|important|critical)|asap|(?:high|low|medium|top) prio(?:rity)?|(?:it's )?not (?:very |that |so )?(?:urgent|important)|no rush|no hurry|whenever(?: you can)?)\s*[:!,.–—-]+|(?:it's )?(?:not (?:very |that |so )?(?:urgent|important)|no rush|no hurry) but)\s*.+)$/is,
    read: ({ title }, reader) => one(title, reader),
  },
  {
    name: 'add',
    pattern:
      /^(?:add|ad|create|schedule|jot down|write down|note down|note|insert|put down|pop down|stick down|get down|whack down|take down|record|log|plan to|new|put in|pencil in|stick in)(?! (?:is|isn't|was|are|aren't|looks?|seems?|has|taken|keeps?)\b)(?: in| down)?(?: that)?(?: (?:this|one|another|another one|something|a thing)(?: to|:))?:? (?<title>.+)$/is,
    read: ({ title }, reader) => some(title, reader),
  },
];

/** "The plumber is coming tomorrow": what is going to be, and nothing to do where something else is asked for. */
const coming =
  /^(?<title>(?!(?:it|that|this|there|what|who|when|where|how|why|is|are|he|she|they)\b)\S.*?(?: is| are|'s|'re)(?: (?:coming|arriving|visiting|due|starting|leaving|expiring|closing|opening|moving|getting|ending|booked|scheduled|happening))\b.*)$/is;

/** Behind these a verb tells what happens, not what is to be done. */
const person = /^(?:i|we|you|he|she|they|it|to|will|can|i'll|we'll)$/i;

/** What sounds like something to do, though nobody asked to add it: "call the bank tomorrow". */
export const impliedRules: readonly Rule[] = [
  {
    name: 'implied',
    pattern:
      /^(?:i'll |i will |we'll |we will |(?:it's )?time to )?(?<title>(?<verb>[a-z]+) (?!me\b|us\b|you\b|is\b|are\b|was\b).+)$/is,
    read: ({ verb: word = '', title }, reader) => {
      if (!taskVerbs.has(word.toLowerCase())) return undefined;
      const request = some(title, reader);
      return request?.kind === 'add' ? { ...request, unasked: true } : undefined;
    },
  },
  {
    // "After work pick up milk", "when i get home charge the bike"
    name: 'circumstance-first',
    pattern: /^(?<all>(?:after|before|once|when|while|on (?:my|the) way) \S+ \S.+)$/is,
    read: ({ all = '' }, reader) => {
      const said = all.split(/,?\s+/);
      const start = said.findIndex(
        (word, index) =>
          index > 1 && index < 6 && taskVerbs.has(word.toLowerCase()) && !person.test(said[index - 1] ?? ''),
      );
      if (start < 0 || start === said.length - 1) return undefined;
      const request = one([...said.slice(start), ...said.slice(0, start)].join(' '), reader);
      return request && { ...request, unasked: true };
    },
  },
  {
    name: 'coming',
    pattern: coming,
    read: ({ title }, reader) => {
      const draft = reader.draft(title);
      return draft && { kind: 'talk', topic: 'unknown', text: reader.text(title), draft };
    },
  },
];
