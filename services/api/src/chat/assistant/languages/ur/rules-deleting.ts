/** Deleting. @module */
import type { Rule } from '../../language.ts';
import { act, imperative, list, noVerbEnd, pattern } from './forms.ts';

const remove = `(?:(?:حذف|ہذف|ڈیلیٹ|ڈلیٹ|ڈیلٹ|ڈلیٹ|ریموو|ریمو|کینسل|کنسل|منسوخ|ٹریش|خارج|delete|remove) ${act}|${imperative('ہٹا', 'مٹا', 'نکال', 'اڑا', 'پھینک')}|(?:نکال|پھینک) ${imperative('پھینک', 'مار')})`;

const deleting: Rule['read'] = ({ ref, other }, reader) => {
  const reference = reader.reference(ref ?? other);
  return reference && { kind: 'delete', reference };
};

const exact = '(?:(?:کام|ٹاسک)\\s(?:نمبر\\s)?|نمبر\\s|#)\\p{Nd}+';

export const deletingRules: readonly Rule[] = [
  {
    name: 'no-need-of-it',
    pattern: pattern(
      '^(?:(?:اب|مجھے|اس کی|اسکی|مزید|کوئی) )*(?:ضرورت نہیں|نہیں چاہیے|نہیں چاہئے)(?: ہے| رہی| رہا)*$',
    ),
    read: () => ({ kind: 'delete', reference: { by: 'mention', many: false } }),
  },
  {
    name: 'no-need',
    pattern: pattern(
      `^(?:مجھے )?(?<ref>[^،]+?)(?: (?:کی|کا|کے|والے|کام کی))?(?: (?:اب|مزید|کوئی))* (?:ضرورت نہیں|نہیں چاہیے|نہیں چاہئے|نہیں کرن[ایے]|کرنے کی(?: اب| کوئی)* ضرورت نہیں)(?: ہے| رہی| رہا| مجھے| اب)*$`,
    ),
    read: deleting,
  },
  {
    name: 'not-to-do',
    pattern: pattern(`^(?:مجھے |ہمیں )?(?:اب )?(?<ref>.+?) نہیں (?<verb>[^\\s]+ن[ایے])(?: ہے| ہیں| اب)*$`),
    read: ({ ref = '', verb = '' }, reader) => deleting({ ref: `${ref} ${verb}` }, reader),
  },
  {
    // "میٹنگ کینسل ہو گئی؟" asks.
    name: 'asked-whether-off',
    raw: true,
    pattern: pattern(
      `^(?:کیا )?(?<ref>.+?) (?:کینسل|کنسل|منسوخ) (?:ہو ?(?:گیا|گئی|گئے|چکا|چکی|چکے)|ہے)(?: ہے| ہیں)?\\s*[?؟]+$`,
    ),
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'show', reference };
    },
  },
  {
    // "کل والی میٹنگ کینسل ہو گئی ہے"
    name: 'cancelled',
    pattern: pattern(
      `^(?<ref>.+?)(?: (?:اب|تو|بھی|آج))* (?:کینسل|کنسل|منسوخ|کال آف) (?:ہو ?(?:گیا|گئی|گئے|چکا|چکی|چکے|ا|ئی|ئے)|کر دی گئی|کر دیا گیا|ہے)(?: ہے| ہیں)?$`,
    ),
    read: deleting,
  },
  {
    name: 'delete-except',
    pattern: pattern(
      `^(?<all>.+?)(?: کو)? ${remove}[،\\s]+(?:لیکن |مگر )?(?:سوائے|ماسوائے) (?<except>.+?)(?: کے)?$|^(?:سوائے|ماسوائے) (?<but>.+?) کے (?<others>.+?)(?: کو)? ${remove}$`,
    ),
    read: ({ all, except, but, others }, reader) =>
      deleting({ ref: `${except ?? but} کے علاوہ ${all ?? others}` }, reader),
  },
  {
    name: 'delete',
    pattern: pattern(
      `^(?:${list} (?:میں )?سے )?(?<ref>.+?)(?: (?:کو|بھی))*(?: ${list} (?:میں )?سے)? ${remove}(?: ${list} (?:میں )?سے)?$`,
    ),
    read: deleting,
  },
  {
    // "گھر صاف کرنا" is something to do; only lists and groups of tasks are cleared.
    name: 'clear',
    pattern: pattern(`^(?<ref>.+?)(?: کو)? (?:صاف|کلیئر|کلیر|خالی) ${act}$`),
    read: (groups, reader) => {
      const request = deleting(groups, reader);
      return request?.kind === 'delete' && request.reference.by === 'filter' ? request : undefined;
    },
  },
  {
    name: 'delete-first',
    pattern: pattern(`^${remove}\\s*[:،]?\\s${noVerbEnd}(?<ref>.+)$`),
    read: deleting,
  },
  {
    name: 'delete-it',
    pattern: pattern(`^${remove}$`),
    read: () => ({ kind: 'delete', reference: { by: 'mention', many: false } }),
  },
];

/** "کام ۲ ڈیلیٹ کرنا ہے" names a task that is there; "پرانی فائلیں ڈیلیٹ کرنا ہے" is a new one. */
export const numberedDeletingRules: readonly Rule[] = [
  {
    name: 'must-delete',
    pattern: pattern(
      `^(?:مجھے )?(?<ref>${exact})(?: کو)? (?:ڈیلیٹ|حذف|ختم) کرنا ہے$|^(?:مجھے )?(?:ڈیلیٹ|حذف) کرنا ہے (?<other>${exact})$`,
    ),
    read: deleting,
  },
];
