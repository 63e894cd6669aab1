/** Words between the words: "like", "you know", "lah", "yeah three pm". They fill a pause and say nothing. @module */

const pronoun = `(?:i|we|you|he|she|it|they)`;
const count = `(?:\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|noon|a\\b)`;

/** What speakers of many kinds of English end a phrase with. */
const particle = `(?:lah|leh|lor|sia|meh|na|neh|yaar|bhai|bru|fam|innit|eh|ah|hey|abeg|oh|la|ja|man|mate|sir|dear|boss|bro|dude|love|hun|pal)`;

type Step = readonly [pattern: RegExp, replacement: string];

const steps: readonly Step[] = [
  // "At like ten", "i am like so behind".
  [
    new RegExp(
      `\\b(at|by|around|for|in|am|is|are|was|were|im|i'm|its|it's|just|be|have|and|to|on)[\\s,]+like[\\s,]+(?=(?:so|really|very|totally|at|no|not|um|every|all|by|around|on|in|tomorrow|today|friday|monday|tuesday|wednesday|thursday|saturday|sunday|${count}))`,
      'gi',
    ),
    '$1 ',
  ],
  // "So you know put number three …", never "do you know what".
  [
    new RegExp(
      `(?<!\\b(?:do|did|what|if|that|than|as|because|let|would|should|when|how|before|until|people|everyone|someone|anyone|sure|see|and|who|for|place|things?)\\s)(?<=\\S\\s|,\\s*)\\b(?:you|ya|y'?) ?know[\\s,]+(?!(?:how|what|when|where|why|who|which|that|the|if|about|a|my|${pronoun})\\b)(?=\\S)`,
      'gi',
    ),
    '',
  ],
  [
    /(?<=\S)[\s,]+(?:or (?:whatever|something|so)|and stuff|or something like that|if that makes sense|or summat)(?=[\s,.!?]*$)/gi,
    '',
  ],
  // "Would ya ever throw …", "can you maybe just …", "just go ahead and".
  [
    /(?<=\b(?:would|could|can|will) (?:you|u|ya|ye|yall) )(?:ever|maybe|just|perhaps|possibly|kindly|please|quickly|like|go ahead and|be so kind (?:as to|and)|be a (?:dear|star|love|pal|legend) and)\s+(?=\S)/gi,
    '',
  ],
  // "Add one more lah, clean …", "add na, …"
  [
    new RegExp(
      `(?<=[\\p{L}\\p{N}][\\s,]+)(?:${particle})(?=\\s*[,.!?])(?<!\\b(?:for|the|my|a|to|with|and|call|text|email|dear) ${particle})`,
      'giu',
    ),
    '',
  ],
  [/(?<=\w),\s*,/g, ','],
  [/\s+(?=[,.!?](?:\s|$))/g, ''],
];

/** "Three pm tomorrow yeah three pm", "make it medium priority yeah medium": what is only said to be sure. */
const echo =
  /\b([\p{L}\p{N}':]+(?: [\p{L}\p{N}':]+){0,3}?)(\s[^,.!?\n]{0,40}?)?[\s,]+(?:yeah|yes|yep|that'?s right|right|ok|okay)[\s,]+\1(?=[\s,.!?]*$)/iu;

/** The text without what only fills its pauses. */
export function withoutFillers(text: string): string {
  const plain = steps.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
  const echoed = echo.exec(plain);
  const first = echoed?.[1]?.trim() ?? '';
  // A short word is no echo: "yes to a, yes to b".
  return echoed && first.length > 2 ? `${plain.slice(0, echoed.index)}${first}${echoed[2] ?? ''}` : plain;
}
