/** "ڈاکٹر کے پاس جانا ہے، یہ کام ایڈ کر دو": what is to be added stands before the request to add it. @module */
import { act, imperative, inList, necessity, pattern } from './forms.ts';

const add = `(?:(?:شامل|ایڈ|اید|درج|نوٹ|محفوظ|سیو|add) ${act}|${imperative('لکھ', 'ڈال', 'جوڑ', '(?<!یاد )رکھ')})`;
const remind = `(?:مجھے |ہمیں )?یاد ?(?:${imperative('دلا', 'دلوا', 'کروا', 'کرا', 'رکھ')}(?: گا| گے)?|دہانی ${act})`;
const remember = '(?:بھول(?:نا|و|یں) (?:مت|نہ|نہیں)|(?:مت|نہ) بھول(?:نا|و|یں))';
const one = '(?:یہ(?: (?:کام|ٹاسک|بات|چیز|بھی|والا))*|اسے|اس کو|اسکو)(?: بھی)?';
const many =
  '(?:یہ (?:سب|دونوں|تینوں|سارے)(?: کام)?|انہیں|انھیں|ان (?:سب )?کو|دونوں(?: کو)?|تینوں(?: کو)?|سب کو)(?: بھی| الگ الگ)*';
const idle = '(?:(?:پلیز|ذرا|تو|بس|اور|اب|مہربانی کر کے) )*';

const behind = pattern(
  `^(?<what>\\S.{2,200}?)(?<gap>\\s*[،,۔.؛–—-]+\\s*|\\s+)${idle}(?:(?<plural>${many} )(?:${inList} )?${add}|(?<single>${one} )(?:${inList} )?${add}|(?<bare>(?:${inList} )?${add}|${remind}|${remember}))(?: پلیز| شکریہ)?[۔.!]*$`,
);
const must = pattern(`ن[اےی] (?:${necessity})$`);
/** Who takes a task up, tells of it or deletes it asks for nothing new. */
const command = pattern('(?:مکمل|ختم|ڈیلیٹ|حذف|ہٹا|مٹا|دکھا)\\S*(?: \\S+){0,2}$');

/** The message with the request to add where the rules look for it. */
export function askedInOne(text: string): string {
  const groups = behind.exec(text)?.groups;
  const { what = '', gap = '', plural, single } = groups ?? {};
  if (!groups || command.test(what) || (!single && !plural && gap.trim() === '')) return text;
  if (plural) return `لسٹ میں ${what} شامل کرو`;
  return must.test(what) ? what : `${what} شامل کرو`;
}
