/** How Urdu speakers say how urgent something is. Data only. @module */
import type { Words } from '../../language.ts';
import { pattern, words } from './forms.ts';

const level = '(?:ترجیح|ترجیحات|اہمیت|پرائیورٹی|پرایورٹی|پراییورٹی|پریورٹی|priority)';
const high = 'ہائی|ہائ|اعلی|اعلیٰ|اونچی|اونچا|زیادہ|سب سے زیادہ|بلند|ٹاپ|اولین|ارجنٹ|ارجینٹ|فوری|high|urgent';
const low = 'کم|کم اہم|کم ضروری|کمتر|کم سے کم|سب سے کم|لو|نیچی|معمولی|low';
const medium = 'درمیانی|درمیانہ|درمیانے|میڈیم|نارمل|عام|medium|normal';
const urgent = 'ارجنٹ|ارجینٹ|فوری|فوری طور پر|فورا|فوراً|ضروری|اہم|اہم ترین|لازمی|urgent';
const very = '(?:بہت|انتہائی|زیادہ|بے حد|نہایت|خاص|سب سے)';

const said = (values: string) =>
  `(?:${words(values)}\\s${level}|${level}\\s?[:=]?\\s?${words(values)})(?:\\s(?:کے ساتھ|پر|والا|والی|والے|میں|کا|کی|رکھ کر|ہو|ہے))*(?![\\p{L}\\p{M}])`;
const not = '(?:زیادہ |اتنا |اتنی |اب |بہت )?';

/** Within the words of a new task or a filter. */
export const priorities: Words['priorities'] = [
  {
    pattern: pattern(`[\\s،,(]*(?:${said(low)}|${words(`${not}(?:${urgent})\\sنہیں(?:\\sہے)?`)}\\s*$)\\)?`),
    priority: 'low',
  },
  {
    pattern: pattern(
      `^(?:(?:${very}|سب سے)\\s)?(?:${urgent})\\s*[:!،–-]\\s*|^(?:فوری طور پر|فورا|فوراً|ارجنٹلی|ارجنٹ|فوری)\\s(?=\\S)|[\\s،,(]*${said(high)}\\)?|[\\s،,]+(?:(?:یہ|جو)\\s)?(?:${very}\\s)?${words(urgent)}(?:\\s(?:ہے|طور پر|بنیادوں پر))?\\s*[!۔.]*$|\\s!{2,}(?=\\s|$)`,
    ),
    priority: 'high',
  },
  { pattern: pattern(`[\\s،,(]*${said(medium)}\\)?`), priority: 'medium' },
];

/** Adjectives before "tasks", as in "اہم کام دکھاؤ". */
export const adjectives: Words['priorities'] = [
  {
    pattern: pattern(words(`غیر (?:ضروری|اہم)|(?:${low})\\s(?:ضروری|اہم)`)),
    priority: 'low',
  },
  { pattern: pattern(words(`(?:(?:${very}|سب سے)\\s)?(?:${urgent})(?:\\sوالے)?`)), priority: 'high' },
];

const whole = (values: string) => `^(?:${very}\\s)?(?:${values})(?:\\s${level})?(?:\\s(?:والا|والی|پر|کا))?$`;

/** As a value of its own: "… کی ترجیح ہائی کر دو". */
export const priorityValues: Words['priorityValues'] = [
  {
    pattern: pattern(
      `${whole(low)}|^${not}(?:${urgent})\\sنہیں(?:\\s(?:ہے|رہا|رہی))?$|^غیر (?:ضروری|اہم|فوری)$`,
    ),
    priority: 'low',
  },
  { pattern: pattern(whole(medium)), priority: 'medium' },
  { pattern: pattern(whole(`${high}|${urgent}`)), priority: 'high' },
];

export const urgentWords = urgent;
export const levelWord = level;
