/** Giving a task another name. @module */
import type { Rule } from '../../language.ts';
import { changing, of, set } from './changing.ts';
import { act, imperative, pattern, task } from './forms.ts';

/** How a reference ends before "کو": without it, "امی کو فون کرنا" would end too early. */
const closed = `(?:ن[اےی]|\\p{Nd}|\uE001|${task}|وال[اےی]|اس|یہ|وہ)`;

const renaming = changing(({ value }, reader) => {
  const title = reader.text(value);
  return title ? { title } : undefined;
});

/** "Change it to …": a date, a priority, else a new title. */
const changed = changing(({ value }, reader) => reader.changes(value));

export const renamingRules: readonly Rule[] = [
  {
    name: 'rename-to',
    pattern: pattern(
      `^(?<ref>.+?)(?: ${of} (?:نام|عنوان|ٹائٹل))(?: کو)? (?:(?:بدل|تبدیل کر|چینج کر)(?: ?کر| ?کے)? )?(?<value>(?!بدل|تبدیل|چینج).+?)(?: میں| سے)? (?:${imperative('رکھ', 'لکھ')}|${act}|(?:تبدیل|چینج) ${act}|${imperative('بدل')})$`,
    ),
    read: renaming,
  },
  {
    name: 'rename-changed',
    pattern: pattern(
      `^(?<ref>.+?)(?: کو)? (?:بدل|تبدیل کر|چینج کر)(?: ?کر| ?کے) (?<value>.+?) (?:${act}|${imperative('رکھ', 'لکھ')})$`,
    ),
    read: changed,
  },
  {
    name: 'rename-into',
    pattern: pattern(
      `^(?<ref>.+?${closed}) کو (?<value>.+?) (?:میں|سے) (?:(?:تبدیل|چینج) ${act}|${imperative('بدل')})$`,
    ),
    read: renaming,
  },
  {
    name: 'rename-into-loose',
    pattern: pattern(
      `^(?<ref>.+?)(?: کو) (?<value>.+?) (?:میں|سے) (?:(?:تبدیل|چینج|رینیم|ری نیم) ${act}|${imperative('بدل')})$`,
    ),
    read: renaming,
  },
  {
    // "پہلے کام میں علی کی جگہ احمد لکھ دو": one word of the title for another.
    name: 'swap',
    pattern: pattern(
      `^(?<ref>.+?) (?:میں|کے نام میں) (?<from>[^\\s]+(?: [^\\s]+){0,3}?) (?:کی جگہ|کی بجائے|کے بجائے) (?<to>.+?) (?:${act}|${imperative('رکھ', 'لکھ')})$`,
    ),
    read: changing(({ from, to }, reader) => ({ swap: { from: reader.text(from), to: reader.text(to) } })),
  },
  {
    name: 'instead',
    pattern: pattern(
      `^(?<ref>.+?) (?:کی جگہ|کی بجائے|کے بجائے) (?<value>.+?) (?:${act}|${imperative('رکھ', 'لکھ')})$`,
    ),
    read: renaming,
  },
  {
    name: 'rename-quoted',
    pattern: pattern(
      `^(?<ref>(?!لسٹ میں |فہرست میں ).+?(?<! اور|،))(?: کو)? (?<value>\uE000\\d+\uE001) (?:سے (?:تبدیل|چینج) )?(?:${set}|ری ?نیم ${act})$`,
    ),
    read: renaming,
  },
  {
    name: 'rename-loan',
    pattern: pattern(
      `^(?<ref>.+?${closed})(?: کو)? (?<value>.+?) (?:سے |میں )?(?:ری ?نیم|اپ ?ڈیٹ|ایڈٹ) ${act}$`,
    ),
    read: renaming,
  },
  {
    name: 'rename-colon',
    pattern: pattern(
      `^(?:(?:تبدیل|ایڈٹ|اپ ?ڈیٹ|ری ?نیم) ${act}\\s)?(?<ref>(?:${task}\\s)?(?:نمبر\\s|#)?\\p{Nd}+)(?: ${of} نام)?(?: (?:تبدیل|ایڈٹ|اپ ?ڈیٹ|ری ?نیم) ${act})?\\s*(?::|->|→|=)\\s*(?<value>.+)$`,
    ),
    read: renaming,
  },
  {
    name: 'new-name',
    pattern: pattern(
      `^(?<ref>.+?)(?: کو)? (?:تبدیل|ایڈٹ|اپ ?ڈیٹ|ری ?نیم) ${act}\\s*[،:]?\\s*(?:نیا|اس کا) نام (?<value>.+?)(?: رکھو| رکھ دو| ہو| ہے)?$`,
    ),
    read: renaming,
  },
  {
    name: 'should-be',
    pattern: pattern(
      `^(?<ref>(?:${task}\\s)?(?:نمبر\\s|#)?\\p{Nd}+|اس|یہ)(?: (?:${of} نام|کو))? (?<value>.+?) (?:ہونا چاہیے|ہونا چاہئے|لکھا ہونا چاہیے)$`,
    ),
    read: changed,
  },
];
