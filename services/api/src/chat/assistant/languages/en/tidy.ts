/** Brings what people type, dictate and abbreviate into the words that the rules know. @module */
import { askedInFront } from './asked-behind.ts';
import { withEnglishGrammar } from './borrowed-grammar.ts';
import { withoutSecondThoughts } from './corrections.ts';
import { withMarksWritten } from './dictation.ts';
import { withListAnnounced } from './enumerations.ts';
import { withoutIdleWords } from './idle-words.ts';
import { commandVerb } from './manners.ts';
import { withDaysMended } from './mistyped-days.ts';
import { withLaterWord } from './same-kind.ts';
import { withVerbInFront } from './verb-behind.ts';
import { taskVerbs } from './verbs.ts';

const commands = new RegExp(`^${commandVerb}$`);

/** "adding" to "add", "jotting" to "jot", "removing" to "remove". */
function verbOf(participle: string): string {
  const stem = participle.toLowerCase().replace(/ing$/, '');
  const candidates = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  return candidates.find((candidate) => commands.test(candidate)) ?? participle;
}

const dateWord = `(?:today|tonight|tomorrow|tmrw|tmr|2moro|\\w+day|mon|tues?|wed|thurs?|fri|morning|afternoon|evening|noon|week|month|[ap]m|o'?clock|\\d(?:st|nd|rd|th)|\\d(?:[\\d:.]*\\d)?)`;

const places = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');

type Step = readonly [pattern: RegExp, replacement: string | ((...found: string[]) => string)];

const steps: readonly Step[] = [
  [/(?<=\p{L})[’ʼ](?=\p{L})/gu, "'"],
  // "Would you mind adding …" asks to add.
  [
    /^(\W*(?:(?:hi|hey|hello|ok|and|please)\W+)*)(?:would|do|wd) (?:you|u) mind (?:just |please |quickly )*(\w+ing)\b/i,
    (_all, before = '', verb = '') => `${before}${verbOf(verb)}`,
  ],
  // "Call mum | tomorrow | high" as people write who are used to columns.
  [/\s\|\s/g, ' - '],
  // "Grant application; due dec 15; high priority": what is said of one task.
  [
    /\s*;\s*(?=(?:due|by|tags?|tagged|prio|priority|high|low|medium|urgent|notes?|description|details?|#|with|labels?|deadline)\b|#)/gi,
    ', ',
  ],
  // "These tasks please:" announces as "these tasks:" does.
  [/,? (?:please|pls|plz|(?:would|could|can|will) (?:you|u|ya))(?=\s*[:\n])/gi, ''],
  // "Make a note to self: ask Bilal"
  [
    /^(\W*(?:(?:please|pls|hey|ok|also|and)\W+)*)(?:(?:make|write|leave|add|send)(?: me)? )?(?:an? )?(?:quick |mental )?(?:note|memo|reminder|message) (?:to|for) (?:my ?self|self|me)\b[\s:,–—-]+(?:to |that )?/i,
    '$1remind me to ',
  ],
  // "Make a task from this: call the electrician"
  [
    /^(\W*(?:(?:please|pls)\W+)*)(?:make|create|add)(?: me)? an? (?:task|to-?do|reminder) (?:from|out of|with|of) (?:this|that|the following)\s*[:–—-]\s*/i,
    '$1add task: ',
  ],
  [/(?<=\bremind (?:me|us) )(?:'?bout|abt|re)(?= )/gi, 'about'],
  [/\bw\/ ?(?=(?:notes?|tags?|description|high|low|medium|priority|prio)\b)/gi, 'with '],
  [/\bb4\b(?=\s+\S)/gi, 'before'],
  [/(?<=^|\s)(?:wut|wat|wot|whut)(?='?s?\b)/gi, 'what'],
  // "The twenty seventh", "at 11.20 in the morning".
  [
    /\b(twenty|thirty)[ -](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b/gi,
    (_all, tens = '', ones = '') => {
      const number = (/^tw/i.test(tens) ? 20 : 30) + places.indexOf(ones.toLowerCase()) + 1;
      return `${number}${['st', 'nd', 'rd'][(number % 10) - 1] ?? 'th'}`;
    },
  ],
  [/(?<=\bat \d{1,2})\.(?=[0-5]\d(?: ?[ap]m| in the |\s*$|[,;]))/gi, ':'],
  [/(?:\b(?:at|around) )?\b(\d{1,2}(?::\d\d)?)( ?[ap]m)?-?ish\b/gi, 'at $1$2'],
  [/^(\W*)mv(?= \S)/i, '$1move'],
  [/(?<=\d)\s+tn\b|\b2nite\b/gi, ' tonight'],
  [/\babt\b/gi, 'about'],
  // "2 done 3 delete".
  [
    /(?<=(?:^|[\s,])#?\d+ (?:done|delete|remove|finished|complete|high|low|urgent)) (?=#?\d+ (?:done|delete|remove|finished|complete|high|low|urgent)\b)/gi,
    ', ',
  ],
  [/\b(?:shud|shld|shoud|shuld|shold)\b/gi, 'should'],
  [/\b(?:cud|cld|coud)(?= (?:u|you|ya)\b)/gi, 'could'],
  [/\b(?:ur)(?=\b)/gi, 'your'],
  [/\b(?:pirority|priorty|prioirty|prority|priorit|proirity|piority)\b/gi, 'priority'],
  [/\b(?:urgnet|urgant|ugent|urgnt)\b/gi, 'urgent'],
  // "Can you ad milk", "addbuy stamps forfriday".
  [/^(\W*(?:(?:please|pls|plz|(?:can|could|would|will) (?:you|u))\W+)*)(?:ad|sdd|aad|adf) (?=\w)/i, '$1add '],
  [
    /^(add|delete|remove|finish)([a-z]{3,})\b/i,
    (all, verb = '', word = '') => (taskVerbs.has(word.toLowerCase()) ? `${verb} ${word}` : all),
  ],
  [/\b(for|on|by|til)((?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)\b/gi, '$1 $2'],
  [
    /(?<=\s)'?til(?= (?:the|next|this|tomorrow|tonight|later|noon|\d|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b)/gi,
    'till',
  ],
  [/\bfro(?= (?:today|tonight|tomorrow|the|my|\w+day)\b)/gi, 'for'],
  [/(?<=\b(?:date|tag|tags|note|deadline|priority) )form(?= )/gi, 'from'],
  // "Egss... sorry *eggs" mends the word before.
  [/\p{L}{3,}[\s.…,]+(?:(?:sorry|oops|i mean)[\s,]+)?\*(?=\p{L}{3,})/giu, ''],
  // "The windows 1" is the windows one.
  [/(?<=\b(?:the|that|this) [a-z]+ )1(?=\s*(?:$|[,.!?]|is\b|to\b|as\b|my\b|its\b))/gi, 'one'],
  [/\bn(?:w|ew) (?=task\b)/gi, 'new '],
  // "Remind me 2 call mom": a verb cannot be counted.
  [
    /(?<=\s)2 (?=([a-z]{2,})\b)(?!sep[ae]rate tasks)/gi,
    (all, word = '') => (taskVerbs.has(word.toLowerCase()) ? 'to ' : all),
  ],
  // "Tomorrow only", "on friday itself", "at 5 sharp".
  [
    new RegExp(
      `(?<=\\b${dateWord})\\s*,? (?:only|itself|hey|eh|lah|leh|na|neh|sha|abeg|sharp|(?:at )?(?:the )?latest|at the very latest|at max|max|if possible|ideally|hopefully|or so)(?=\\s*(?:$|[.!?,;]))`,
      'gi',
    ),
    '',
  ],
];

/** The text as the rules expect it. */
export function tidy(text: string): string {
  const plain = steps.reduce(
    (result, [pattern, replacement]) =>
      typeof replacement === 'string'
        ? result.replace(pattern, replacement)
        : result.replace(pattern, replacement),
    withLaterWord(withEnglishGrammar(withDaysMended(withoutIdleWords(withMarksWritten(text))))),
  );
  return withoutSecondThoughts(withVerbInFront(askedInFront(withListAnnounced(plain))));
}
