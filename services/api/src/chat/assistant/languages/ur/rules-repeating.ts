/** "اور کام ۲ بھی": the same again for another task. "نہیں، کام ۲": for another task instead. @module */
import type { Rule } from '../../language.ts';
import { act, imperative, necessity, pattern } from './forms.ts';

const exact = '(?:(?:کام|ٹاسک)\\s)?(?:نمبر\\s|#)?\\p{Nd}+(?:\\sنمبر)?(?:\\sوالا)?';

const repeating =
  (kind: 'same' | 'correct'): Rule['read'] =>
  ({ ref }, reader) => {
    const reference = reader.reference(ref);
    return reference && { kind, reference };
  };

/** "نہیں، اتوار کو کروانی ہے": the day was wrong, and nothing else. They stand before those that add. */
export const redatingRules: readonly Rule[] = [
  {
    // "پرسوں نہیں کل"
    name: 'this-day-not-that',
    pattern: pattern(
      `^(?:(?:نہیں|نہ|او+ہ?و?|سوری|معذرت|ارے|یار|بھائی|اصل میں|دراصل)[\\s،,!۔]+)*(?<old>\\S+(?:\\s\\S+){0,3}?) نہیں[\\s،,]+(?:بلکہ )?(?<when>\\S+(?:\\s\\S+){0,4}?)(?: ہے| تھا| کرنا ہے| کر دو| کر دیں)?[۔.!]*$`,
    ),
    read: ({ old = '', when = '' }, reader) => {
      const bare = (text: string) => text.replace(/\s(?:کو|کا|کی|کے لیے|کے لئے)$/u, '');
      const due = (reader.due(old) ?? reader.due(bare(old))) && (reader.due(when) ?? reader.due(bare(when)));
      return due && { kind: 'update', reference: { by: 'mention', many: false }, changes: due };
    },
  },
  {
    name: 'not-that-day',
    raw: true,
    pattern: pattern(
      `^(?:(?:نہیں|نہ|او+ہ?و?|سوری|معذرت|ارے|یار|بھائی|اصل میں|دراصل|میرا مطلب(?: تھا| ہے)?)[\\s،,!۔]+)+(?<when>\\S+(?:\\s\\S+){0,5}?)(?:\\s(?:(?:[^\\s]+ن[اےی]|[a-z]+n[aie])\\s${necessity}|${act}|${imperative('رکھ')}|ہے|تھا))?[۔.!]*$`,
    ),
    read: ({ when = '' }, reader) => {
      const due = reader.due(when) ?? reader.due(when.replace(/\s(?:کو|کا|کی|کے لیے|کے لئے)$/u, ''));
      return due && { kind: 'update', reference: { by: 'mention', many: false }, changes: due };
    },
  },
];

export const repeatingRules: readonly Rule[] = [
  {
    // "یہ والا نہیں دوسرا والا"
    name: 'not-this-that',
    pattern: pattern(
      `^(?:(?:ارے|او+ہ?|سوری)[\\s،]+)*(?!مجھے|میں )[^\\s،]+(?: [^\\s،]+){0,3}? نہیں[،\\s]+(?:بلکہ )?(?<ref>[^\\s،]+(?: [^\\s،]+){0,3}? (?:وال[اےی]|کام|ٹاسک)|${exact})$`,
    ),
    read: repeating('correct'),
  },
  {
    name: 'correct',
    raw: true,
    pattern: pattern(
      `^(?:(?:نہیں|نہ|او+ہ?و?|سوری|معذرت|ارے|غلطی ہو گئی|میرا مطلب(?: تھا| ہے)?)[\\s،,!۔]+)+(?:میرا مطلب(?: تھا| ہے)?\\s)?(?<ref>${exact}|(?!.*(?:کرو|کریں|کر دو|کر دیں|ہے|نہیں)$)\\S+(?:\\s\\S+){0,3}?)(?:\\s(?:تھا|کہا تھا|کا کہا تھا))?[۔.!]*$`,
    ),
    read: repeating('correct'),
  },
  { name: 'too', pattern: pattern('^(?<ref>\\S+(?: \\S+){0,4}?) بھی$'), read: repeating('same') },
  {
    name: 'and',
    raw: true,
    pattern: pattern(`^(?:اور|ساتھ)[\\s،]+(?<ref>${exact}|\\S+(?: \\S+){0,2} (?:والا|والی|والے))[۔.!]*$`),
    read: repeating('same'),
  },
];
