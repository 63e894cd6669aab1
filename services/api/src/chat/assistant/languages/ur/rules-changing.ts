/** Changing note, date, priority and tags. @module */
import type { Rule } from '../../language.ts';
import { changing, due, fieldName, of, set } from './changing.ts';
import { act, imperative, pattern, task } from './forms.ts';
import { levelWord, urgentWords } from './priorities.ts';
import { renamingRules } from './rules-renaming.ts';
import { settingAtEnd } from './splitting.ts';

const remove = `(?:(?:ختم|حذف|ڈیلیٹ|ریموو|صاف|کلیئر|کینسل) ${act}|${imperative('ہٹا', 'مٹا', 'نکال', 'اتار')})`;
const note = '(?:تفصیل|تفصیلات|نوٹ|نوٹس|وضاحت|ڈسکرپشن|ڈیٹیل)';
const tag = '(?:ٹیگز?|لیبلز?|tag)';
const onto = '(?:میں|پر|کو|کے ساتھ|کے لیے|کے لئے)';
const described = changing(({ value }, reader) => {
  const description = reader.text(value);
  return description ? { description } : undefined;
});

const tagged = (add: boolean) =>
  changing(({ tags }, reader) => {
    if (/^(?:سب|سارے|تمام|سبھی|ہر)$/u.test(tags?.trim() ?? ''))
      return add ? undefined : { removeTags: 'all' };
    const names = reader.tags(tags);
    if (names.length === 0) return undefined;
    return add ? { addTags: names } : { removeTags: names };
  });

const prioritised = changing(({ value }, reader) => {
  const priority = reader.priority(value);
  return priority && { priority };
});

/** What a clause sets at its end; words like "its date" before it are left out. */
const setting: Rule['read'] = ({ text = '' }, reader) => {
  const found = settingAtEnd(text, reader);
  const ref = found?.before.replace(fieldName, '');
  const reference = reader.reference(ref);
  return reference && found && { kind: 'update', reference, changes: found.value };
};

export const changingRules: readonly Rule[] = [
  {
    name: 'remove-note',
    pattern: pattern(`^(?<ref>.+?) (?:${of}|سے|میں سے|پر سے) ${note} ${remove}$`),
    read: changing(() => ({ description: '' })),
  },
  {
    name: 'note',
    pattern: pattern(
      `^(?:(?<ref>.+?) )?(?:${onto}|${of}) (?:یہ |ایک )?${note}(?: میں)?(?: (?:${imperative('لکھ', 'ڈال', 'لگا', 'جوڑ', 'رکھ', 'بنا')}|(?:شامل|ایڈ|درج|تبدیل) ${act}|یہ ہے))?\\s*(?:[:،]|کہ\\s)\\s*(?<value>.+)$`,
    ),
    read: described,
  },
  {
    name: 'note-written',
    pattern: pattern(
      `^(?<ref>.+?(?:${task}|\\p{Nd}|وال[اےی]|اس)) (?:میں|پر) (?:یہ )?(?:بھی )?${imperative('لکھ')}\\s*(?:کہ\\s|[:،])\\s*(?<value>.+)$`,
    ),
    read: described,
  },
  {
    name: 'note-last',
    pattern: pattern(
      `^(?<ref>.+?) ${of} ${note}(?: میں| کو)?\\s*(?:بدل کر )?(?<value>.+?)(?: میں| سے)? ${set}$`,
    ),
    read: described,
  },
  {
    name: 'note-quoted',
    pattern: pattern(
      `^(?<ref>.+?) ${onto} (?:یہ )?(?:${note} )?(?<value>\uE000\\d+\uE001)(?: کا| بطور)?(?: ${note})? (?:${imperative('لکھ', 'ڈال', 'لگا', 'جوڑ')}|(?:شامل|ایڈ|درج) ${act})$`,
    ),
    read: described,
  },
  {
    name: 'no-due',
    pattern: pattern(`^(?<ref>.+?) (?:${of}|سے|پر سے|میں سے) ${due} ${remove}$`),
    read: changing(() => ({ due_date: null, due_at: null })),
  },
  {
    name: 'remove-tag',
    pattern: pattern(
      `^(?<ref>.+?) (?:سے|پر سے|میں سے|${of}) (?:${tag} (?<after>[^\\s]+)|(?<tags>[^\\s]+(?:(?: اور |، ?)[^\\s]+)*)(?: ${of}| والا)?(?: ${tag})|(?<hash>#[^\\s]+)) ${remove}$`,
    ),
    read: (groups, reader) =>
      tagged(false)({ ...groups, tags: groups.tags ?? groups.after ?? groups.hash }, reader),
  },
  {
    name: 'remove-tag-first',
    pattern: pattern(
      `^(?:(?<tags>[^\\s]+)(?: ${of}| والا)? ${tag}|${tag} (?<after>[^\\s]+)) (?<ref>.+?) (?:سے|پر سے|میں سے) ${remove}$`,
    ),
    read: (groups, reader) => tagged(false)({ ...groups, tags: groups.tags ?? groups.after }, reader),
  },
  {
    name: 'tag-first',
    pattern: pattern(
      `^(?:(?<tags>[^\\s]+)(?: ${of}| والا)? ${tag}|${tag} (?<after>[^\\s]+)) (?<ref>.+?) ${onto} (?:${imperative('لگا', 'ڈال', 'دے', 'جوڑ')}|(?:شامل|ایڈ) ${act})$`,
    ),
    read: (groups, reader) => tagged(true)({ ...groups, tags: groups.tags ?? groups.after }, reader),
  },
  {
    name: 'tag-last',
    pattern: pattern(
      `^(?<ref>.+?) ${onto} (?:(?<tags>.+?)(?: ${of})? ${tag}|${tag}\\s*[:،]? ?(?<after>.+?)|(?<hash>#[^\\s]+)) (?:${imperative('لگا', 'ڈال', 'دے', 'کر', 'جوڑ', 'د')}|(?:شامل|ایڈ) ${act})$`,
    ),
    read: (groups, reader) =>
      tagged(true)({ ...groups, tags: groups.tags ?? groups.after ?? groups.hash }, reader),
  },
  {
    name: 'raise',
    pattern: pattern(`^(?<ref>.+?) ${of} ${levelWord} ${imperative('بڑھا')}$`),
    read: changing(() => ({ priority: 'high' })),
  },
  {
    name: 'lower',
    pattern: pattern(`^(?<ref>.+?) ${of} ${levelWord} (?:${imperative('گھٹا', 'گرا')}|نیچے ${act})$`),
    read: changing(() => ({ priority: 'low' })),
  },
  {
    name: 'priority-of',
    pattern: pattern(
      `^(?<ref>.+?)(?: کو)?(?: ${of} ${levelWord})?(?: کو)? (?<value>(?:(?:بہت|سب سے|انتہائی|زیادہ) )?[^\\s]+(?: ${levelWord})?)(?: پر| والا| والی| میں)? ${set}$`,
    ),
    read: prioritised,
  },
  {
    name: 'is-priority',
    pattern: pattern(
      `^(?!مجھے|ہمیں|.*(?:کون|کیا|کس|کن) |.*(?:ن[ایے]|[a-z]n[aie]) (?:ہے|ہیں)[،\\s]|.*(?:شامل|ایڈ|درج|نوٹ|لکھ) \\S+(?: \\S+)?،)(?<ref>.+?)(?: (?:اب|تو|کافی))* (?<value>(?:(?:بہت|انتہائی|زیادہ|نہایت|اتنا|اتنی) )*(?:${urgentWords})(?: نہیں)?)(?:(?<= نہیں)(?: (?:ہے|ہیں|رہا|رہی|رہے))*(?: اب)?| (?:ہے|ہیں|ہو گیا ہے|ہو گیا|رہا|رہی|رہا ہے))(?:[،\\s]+(?:اسے|اس کو|اسکو|یہ|تو اسے) (?:سب سے )?(?:اوپر|پہلے|آگے|ٹاپ پر) (?:رکھو|رکھیں|رکھنا|رکھ دو|رکھ دیں|کرو|کر دو|کر دیں))?$`,
    ),
    read: prioritised,
  },
  {
    // "رپورٹ کی تاریخ بدل دو": the day is asked for
    name: 'date-of-what',
    pattern: pattern(
      `^(?<ref>[^،,]+?) کی (?:آخری |مقررہ |نئی )?(?:تاریخ|ڈیٹ|ڈیڈ ?لائن) (?:${imperative('بدل', 'رکھ', 'لگا')}|(?:تبدیل|چینج|مقرر|طے|سیٹ) ${act})$`,
    ),
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && reference.by !== 'filter' ? { kind: 'due-unnamed', reference } : undefined;
    },
  },
  ...renamingRules,
  {
    // "ڈاکٹر کا وقت چار بجے ہو گیا ہے"
    name: 'its-time-is-now',
    pattern: pattern(
      `^(?<text>.+? ${of} ${due} .+?)(?: کو| پر)? (?:ہو ?گیا|ہو ?گئی|ہو ?چکا|ہو ?چکی|کر دیا گیا|کر دی گئی)(?: ہے)?$`,
    ),
    read: setting,
  },
  {
    // "رپورٹ کل پر چھوڑ دو"
    name: 'leave-until',
    pattern: pattern(
      `^(?<text>.+?) (?:پر|تک|کے لیے|کے لئے) ${imperative('چھوڑ', 'ٹال', 'ڈال', 'اٹھا رکھ')}$`,
    ),
    read: setting,
  },
  {
    name: 'postpone',
    pattern: pattern(
      `^(?<text>.+?)(?: ${onto}| تک)? (?:(?:ملتوی|موخر|مؤخر|منتقل|شفٹ|ری ?شیڈول|شیڈول|آگے|پیچھے|پوسٹ ?پون|سیٹ|مقرر) ${act}|${imperative('لے جا', 'رکھ', 'بڑھا', 'کھسکا')})$`,
    ),
    read: setting,
  },
  { name: 'set', pattern: pattern(`^(?<text>.+?)(?: پر| کو| میں| کے لیے)? ${set}$`), read: setting },
  {
    name: 'is-due',
    pattern: pattern(
      `^(?<text>(?:${task}\\s)?(?:نمبر\\s|#)?(?:\\p{Nd}+|\uE000\\d+\uE001|یہ|وہ|.+ وال[اےی](?: ${task})?)\\s.+?)(?: تک)? (?:ہے|ہو گا|ہوگا|ہو گی|ہوگی|کرنا ہے|کرنی ہے|ہونا چاہیے)$`,
    ),
    read: setting,
  },
  {
    name: 'rename-what',
    pattern: pattern(
      `^(?!.*(?<!نام |عنوان |ٹائٹل |کام |\\p{Nd} )(?:بدلنا|(?:تبدیل|چینج) کرنا)$)(?<ref>.+?)(?: ${of} (?:نام|عنوان|ٹائٹل))?(?: کو)? (?:(?:تبدیل|چینج|ایڈٹ|ری ?نیم|اپ ?ڈیٹ) ${act}|${imperative('بدل')})$`,
    ),
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'rename-unnamed', reference };
    },
  },
];

/** What may follow a change of the same task: "… اور تاریخ جمعہ کر دو". */
export const continuationRules: readonly Rule[] = [
  {
    name: 'and-set',
    pattern: pattern(
      `^(?:اس (?:کی|کا|کو) |اسے )?(?:${due}|${levelWord})?(?: کو)?\\s*(?<value>.+?)(?: پر| بھی| میں| کا| کی| کے| کے لیے| کے لئے| والا)*(?: ${set})?$`,
    ),
    read: ({ value }, reader) => {
      const changes = reader.due(value) ?? reader.priority(value);
      if (!changes) return undefined;
      return {
        kind: 'update',
        reference: { by: 'mention', many: false },
        changes: typeof changes === 'string' ? { priority: changes } : changes,
      };
    },
  },
  {
    name: 'and-tagged',
    pattern: pattern(
      `^(?:(?:اسے|اس (?:پر|کو|میں)) )?(?:(?<tags>#[^\\s]+(?: #[^\\s]+)*)|(?<named>.+?)(?: ${of})? ${tag}|${tag}\\s*[:،]? ?(?<after>[^\\s]+))(?: بھی)?(?: ${set})?$`,
    ),
    read: ({ tags, named, after }, reader) =>
      tagged(true)({ ref: 'اس', tags: tags ?? named ?? after }, reader),
  },
];
