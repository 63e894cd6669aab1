/** Tasks that come again: "کام ۲ ہر پیر کو دہراؤ", "جم دہرانا بند کر دو". @module */
import type { Rule } from '../../language.ts';
import { act, imperative, pattern } from './forms.ts';

const repeat = imperative('دہرا', 'دوہرا', 'رپیٹ کر');

export const recurringRules: readonly Rule[] = [
  {
    name: 'stop-repeating',
    pattern: pattern(
      `^(?<ref>.+?)(?: (?:کو|کا|کی))? (?:دہرانا|دوہرانا|رپیٹ کرنا|بار بار (?:آنا|کرنا)) (?:(?:بند|ختم) ${act}|${imperative('روک')})$|^(?<other>.+?)(?: (?:کو|اب))* (?:مت|نہ) (?:دہرا|دوہرا)\\S*$`,
    ),
    read: ({ ref, other }, reader) => {
      const reference = reader.reference(ref ?? other);
      return reference && { kind: 'update', reference, changes: { recurrence: null } };
    },
  },
  {
    name: 'repeat',
    pattern: pattern(
      `^(?<ref>.+?)(?: کو)? (?<when>(?:ہر\\s|روزانہ|ماہانہ|سالانہ|ہفتہ وار).*?)(?: پر| کے لیے)? (?:${repeat}|(?:سیٹ|شیڈول|مقرر) ${act}|${act}|${imperative('رکھ', 'لگا')})$`,
    ),
    read: ({ ref, when }, reader) => {
      const reference = reader.reference(ref);
      const changes = reader.recurs(when);
      return reference && changes && { kind: 'update', reference, changes };
    },
  },
];
