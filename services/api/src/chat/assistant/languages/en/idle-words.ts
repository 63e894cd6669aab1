/** Takes out what people say without saying anything: fillers, faces, restarts, thanks. @module */
import { withoutFillers } from './fillers.ts';
import { withoutRestarts } from './restarts.ts';

const face = `[\\u{1F600}-\\u{1F64F}\\u{1F910}-\\u{1F92F}\\u{1F970}-\\u{1F97A}\\u{1F90C}-\\u{1F90F}\\u{1F440}-\\u{1F450}\\u{1F4AA}\\u{2728}\\u{2764}\\u{1F494}-\\u{1F49F}\\u{1F389}]`;
const joined = `[\\u{FE0F}\\u{200D}\\u{1F3FB}-\\u{1F3FF}♀♂]*`;

/** Words that nobody means to say twice in a row. */
const small = `as|be|we|if|with|add|to|the|a|an|you|can|could|i|my|me|it|that|this|is|are|for|on|of|and|so|no|in|at|by|from|with|do|have|how|all|put|make|remind|show|delete|remove|mark|move|change|set|what|please|quick|new|need|did|was|um`;
const between = `(?:[\\s,]*(?:\\.{2,}|…|[,.!])?\\s+|\\s*[–—-]\\s+)(?:(?:i mean|sorry|or|yeah|no|not|like|wait|well|u[hm]+)[\\s,]+){0,4}`;

/** Second thoughts that only lead to a command about what was spoken of: "you know what, forget it, just delete it". */
const thought = `(?:oh|ah|no+|nope|nah|wait|sorry|hang on|hold on|scratch that|scrap that|wrong (?:one|task)|my (?:mistake|bad)|never ?mind|forget (?:it|that)|you know what|hmm+|actually|on second thoughts?|i(?:'ve)? changed my mind)`;
const aboutIt = `(?:just |please |can you |now )*(?:undo\\b|(?:delete|remove|reopen|re-open|open|restore|uncheck|unmark|untick) (?:it|that|this|them)\\b|put (?:it|that|them) back|make (?:that|it) |(?:it|that)(?:'?s| is) not (?:done|finished|complete))`;

type Step = readonly [pattern: RegExp, replacement: string];

const steps: readonly Step[] = [
  [new RegExp(`^(?:(?![✅☑✔✓❌])\\p{Extended_Pictographic}${joined}[\\s,]*)+(?=\\S)`, 'u'), ''],
  [/\s*[👉👈➡⬅]\uFE0F?\s*/gu, ' '],
  [new RegExp(`(?<=\\S)(?:[\\s,]*${face}${joined})+\\s*$`, 'u'), ''],
  [new RegExp(`(?<=\\S)(?:\\s+${face}${joined})+(?=\\s)`, 'gu'), ','],
  [/(?<=[\p{L}\p{N}]) +,(?=[\p{L}])/gu, ', '],
  [/\s+…$|…$|(?<=[\p{L}\p{N}])\.{2,}$/u, ''],
  // Fillers of spoken words, as long as something else is said.
  [/(?<=^|[\s,])(?:um+|uh+|erm*|hm+|u?h+m+|ahem)(?:[\s,]+|\.{2,}\s*)(?=\S)/giu, ''],
  [/(?<=^|[\s,])(?:um+|uh+|erm+)$/giu, ''],
  [new RegExp(`^(?:${thought}[\\s,.!…-]+){1,6}(?=${aboutIt})`, 'i'), ''],
  [/\b(that|this) ones (?=(?:done|finished|complete|not|still|now|due|urgent|already)\b)/gi, '$1 one is '],
  // "Friday at noon, yeah, friday at twelve", "a medium, you know, medium priority".
  [
    /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|medium|high|low)\b(?:(?: at| around)? [^\s,.]+){0,2}?[\s,]+(?:yeah|yes|you know|i mean|like|well)[\s,]+(?=\1\b)/gi,
    '',
  ],
  // "One and four are well theyre both done".
  [/\b(are|is)[\s,]+(?:well|um|like|you know|yeah)[\s,]+(?:they'?re|they are|it'?s|that'?s) /gi, '$1 '],
  // "To um on sunday", "for um for tomorrow", "number two number two".
  [new RegExp(`(?<![\\p{L}\\p{N}'])(${small})(?:${between}\\1)+(?![\\p{L}\\p{N}'])`, 'giu'), '$1'],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}'])((?:[\\p{L}\\p{N}']+ ){1,4}[\\p{L}\\p{N}']+)(?:${between}\\1)+(?![\\p{L}\\p{N}'])`,
      'giu',
    ),
    '$1',
  ],
];

const opening =
  /^(?:(?:hey|hi|hello|hiya|howzit)(?: (?:there|you|bot|again|mate|all|y'?all|bru|bro|man|love))?|y'?all|howzit(?: bru)?|ok(?:ay)? so|so(?=,| (?:yeah|um|ok|let'?s see|let me))|sorry(?=,)|right(?=,| so\b)|oh and|oh(?=,)|yeah(?: nah)?(?= (?!(?:i|do|go|please|sure|delete|all|both|that|the)\b))|nah(?= (?:make|put|move|change|set)\b)|(?:let me (?:think|see)|let'?s (?:see|think)|lemme (?:see|think)|(?:oh )?(?:hang|hold) on|ah sure(?: look)?|sure look|just out of curiosity|out of curiosity|quick quick|just checking|random(?: thought| q| question)?|be honest|to be honest|tbh|ngl|not gonna lie|(?:the )?(?:good|bad) news is(?: that)?|bro|dude|like(?= (?:can|could|i|you|u|so) )|real talk|long story short|anyway(?:s|z)?|anywho)(?=[\s,]+\S+ \S)|(?:i )?(?:almost|nearly) forgot(?=!|,|\.)|(?:kindly |please )?do the needful and|wait(?= (?:did|do|is|what|when|how|have|which|are)\b)|(?:great|cool|nice|perfect)(?= (?:that|the|this) (?:one|\w+ one|\w+ (?:is|was))\b)|(?:eh|omg|oh god|oh crap|crap|oh no+|argh+|ugh+|arre|ah yes|ah|oof|oops|aye|och|ey|yo|eish|aiyo|haiya)(?=[\s,]))[\s,!.:]+(?=\S+ \S)/i;
const closing =
  /(?<=\S+ \S.*?)[\s,.!]*(?<![\p{L}'])(?:(?:k |ok )?(?:thx|thanks),? bye|(?:please|pls) (?:man|sir|dear|love|boss|mate|bro|tell me)|bless (?:her|him|them)|(?:sr?y|sorry) (?:for the spam|to bother you|to keep asking|for asking again|i keep asking)|(?:there'?s|thats|that'?s) a (?:dear|love)|(?:only )?can already|(?<=^(?:what|when|did|do|is|are|have|which|how|where)\b.*)(?:again|or not|or what)|(?:rn|atm|btw)(?<!\b\d (?:rn|atm))|quick(?<=\b(?:it|that|this|them) quick)|thats? (?:it|all)(?<!\b(?:is|was|not) thats? (?:it|all))|please (?:and|&) (?:thank you|thanks)|(?:and )?(?:thank you|thanks|thx|ty)(?: (?:so much|very much|a lot|a million|mate|love|dear|again|in advance))?|cheers(?: mate)?|much obliged|lol|lmao|haha+|hehe+|omg|wld ya|would ?ja|would ya|will ya|ta(?: love| mate)?|innit(?: fam)?|fam|bru|lah|ey)[!.\s]*$/iu;

/** Both ends without their courtesies, whatever stands between. */
function withoutCourtesies(text: string): string {
  let bare = text;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(opening, '').replace(closing, '');
  }
  return bare;
}

/** In characters; a longer message was not spoken in one breath. */
const longest = 600;

/** The message without what only fills it. */
export function withoutIdleWords(text: string): string {
  if (text.length > longest) return text;
  const plain = steps.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
  return withoutRestarts(withoutFillers(withoutCourtesies(plain)));
}
