/** Pieces of patterns that several rules share. Urdu puts the verb last and bends it by politeness. @module */

/**
 * The letters and marks of Urdu and of English: what `\p{L}\p{M}` stands for in the patterns. Every letter there is
 * would make each of the hundreds of patterns several times as long to compile, at the first message of a process.
 */
const letters =
  'A-Za-z\\u0610-\\u061A\\u0620-\\u065F\\u066E-\\u06D3\\u06D5-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06EF\\u06FA-\\u06FF\\u0750-\\u077F';

const digits = '0-9\\u0660-\\u0669\\u06F0-\\u06F9';

/**
 * Builds a pattern; `i` because of the English words in it. Without `u`, which doubles the time that it takes to
 * compile: all that the patterns speak of is one unit long.
 */
export function pattern(source: string, flags = ''): RegExp {
  const plain = source
    .replaceAll('\\p{L}\\p{M}', letters)
    .replaceAll(/\\p\{N[d]?\}/g, (_class, index: number, whole: string) =>
      whole.lastIndexOf('[', index) > whole.lastIndexOf(']', index) ? digits : `[${digits}]`,
    );
  return new RegExp(plain, plain.includes('\\p{') ? `iu${flags}` : `i${flags}`);
}

/** Words that stand for themselves: `\b` knows only ASCII letters. */
export function words(source: string): string {
  return `(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`;
}

const polite = '(?:یے|ئے|یئے|ئیے|یۓ)';
const helping = `(?:د(?:و|یں|ے|یج${polite}|ینا|ے دو|ے دیں)|ل(?:و|یں|ینا|یج${polite})|ڈال(?:و|یں)|چھوڑ(?:و|یں))`;
const able = 'سکت[اےی] (?:ہیں|ہو|ہوں)';

/** Every way to ask for what verbs say: "کر", "کرو", "کریں", "کر دو", "کر دیجیے", "کرنا", "کر سکتے ہیں". */
export function imperative(...stems: string[]): string {
  return `(?:(?:${stems.join('|')})(?:و|ؤ|او|ئو|وں|یں|ئیں|ایں|نا(?:\\sچاہت[اےی]\\s(?:ہوں|ہیں))?|${polite}|\\s?${helping}(?: ?گ[اےی])?|\\s${able})?(?:\\s(?:نا|ذرا|جی|گے|گا))?)`;
}

/** "do", the verb that makes a verb of any noun. */
export const act = imperative('کر', 'کیج', 'کرا', 'کروا', 'کی جائ?');

/** Behind a verb "دو" is its end, and no number two: "مٹا دو". */
export const noVerbEnd = '(?!(?:دو|دیں|دے|دینا|دیجیے|لو|لیں|لینا)\\s*$)';

export const task =
  '(?:کام|ٹاسک|ٹاسکس|تاسک|آئٹم|آیٹم|انٹری|ریمائنڈر|ریمائینڈر|یاد ?دہانی|ٹو ?ڈو|task|tasks|todo)';
export const tasks =
  '(?:کام|کاموں|ٹاسک|ٹاسکس|ٹاسکوں|آئٹمز?|چیزیں|چیزوں|ریمائنڈرز?|ٹو ?ڈوز?|task|tasks|todos?)';
export const list = '(?:(?:ٹو ?ڈو |کاموں کی |ٹاسک |شاپنگ |سودے کی )?(?:فہرست|لسٹ|لِسٹ|list))';
export const inList = `(?:(?:میری|اپنی|ہماری|اس|مری)\\s)?(?:${list}|کاموں|ٹاسکس)\\s(?:میں|پر)`;

/** The end of what somebody has done: "کر لیا", "بھیج دی", "لے آیا", "کر چکا". */
export const past = `(?:${[
  '(?:[^\\s]{1,30} )?(?:لیا|لی|لیے|لئے|دیا|دی|دیے|دئیے|دئے|چکا|چکی|چکے|ڈالا|ڈالی|ڈالے)',
  'لے آی[ای]?|لے آئ[یے]|لے آیا|لای?ا|لائ[یے]|ہو آیا|ہو آئی|دے آیا|دے آئی|مل آیا|مل آئی|کر آیا|کر آئی',
  '[^\\s]{1,30} ?(?:گیا|گئی|گئے)',
  'کیا|کی|کیے|کئے|بھیجا|بھیجی|خریدا|خریدی|خریدے|لکھا|لکھی|پڑھا|پڑھی|دھویا|دھوئے|دھوئی|پکایا|پکائی|بنایا|بنائی|بنائے|دیکھا|دیکھی|نکالا|نکالی|بلایا|کروایا|کروائی|کروائے|کرایا|کرائی|ملا|ملی|گیا|گئی|بھرا|بھری|لگایا|لگائی|منگوایا|منگوائی|نمٹایا|نمٹائے|سلوایا|سلوائے',
].join('|')})`;
/** What may follow it. */
export const pastEnd = '(?:\\s(?:ہے|ہیں|ہوں|تھا|تھی|تھے|ہوا ہے|جی))?';

/** "has to": what stands behind an infinitive. */
export const necessity =
  '(?:ہے|ہیں|ہو گا|ہوگا|ہو گی|ہوگی|ہوں گے|ہوں گی|چاہیے|چاہئے|چاہیئے|چاہییں|پڑے گا|پڑے گی|پڑیں گے|تھا|تھی|لازمی ہے|ضروری ہے|لازم ہے|پڑتا ہے)';
