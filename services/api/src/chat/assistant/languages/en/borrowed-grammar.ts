/** English as it is spoken by those who think in another language: "meeting in monday at 10 hour", "i want add milk". @module */
import { commandVerb } from './manners.ts';

const weekday = `(?:mon|tues|wednes|thurs|fri|satur|sun)day`;

type Step = readonly [pattern: RegExp, replacement: string];

const steps: readonly Step[] = [
  [new RegExp(`\\b(?:in|at)(?: the)? (?=(?:next |this |coming )?${weekday}s?\\b)`, 'gi'), 'on '],
  [new RegExp(`\\b(?:the )?day (?=${weekday}\\b)|\\bin (?=(?:tomorrow|today)\\b)`, 'gi'), ''],
  [/\b(at|by|until|before) (?:the )?(\d{1,2}(?::\d\d)?) ?(?:hours?|o clock|oclock|h)\b/gi, "$1 $2 o'clock"],
  // "Please you add for me", "i want add", "can you to delete".
  [
    new RegExp(
      `^(\\W*(?:(?:hello|hi|hey|dear|sir|ok|and)\\W+)*)(?:(?:please|pls|kindly) you|(?:please |pls )?i(?:'d| would)? (?:want|like|wish)(?: you)?|(?:can|could|will|would) you to)(?: please)? (?=${commandVerb}\\b)`,
      'i',
    ),
    '$1please ',
  ],
  [
    /^(\W*(?:please )?(?:add|create|make|put|write|delete|remove|show|set)) (?:for|to) me(?: please)?(?=[:\s])/i,
    '$1',
  ],
  // "Please you can put for me task buy milk", "make me remember".
  [
    /^(\W*(?:please )?(?:you can )?(?:add|create|make|put|write)) (?:for|to) me (?:an? |the |one )?(?:new )?(?:task|reminder|note)(?: (?:to|for))?\b/i,
    '$1 task',
  ],
  [/^(\W*(?:please )?)(?:you can )?(?:put|write) task(?: to)? (?!#?\d)/i, '$1add task '],
  [
    /^(\W*(?:please |can you )?)(?:make|do) (?:me|that i) (?:to )?(?:remember|not forget)(?: (?:to|about|that i))?\b/i,
    '$1remind me',
  ],
  [/\b(i am|i'm|im|we are) (finish|complete)(?= (?:with|the|my)\b)/gi, '$1 $2ed'],
  [/\bfor to (?=[a-z]{2,})/gi, 'to '],
];

/** The text with the small words where English has them. */
export function withEnglishGrammar(text: string): string {
  return steps.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
