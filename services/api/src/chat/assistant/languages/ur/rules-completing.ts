/** Completing and reopening. @module */
import type { Rule } from '../../language.ts';
import { act, imperative, noVerbEnd, past, pastEnd, pattern, tasks } from './forms.ts';

const done =
  '(?:مکمل|ختم|پور[اےی]|کمپلیٹ(?:ڈ)?|کمپلیٹڈ|کمپلٹ|ڈن|فنش(?:ڈ)?|کلوز|تمام|ہو چکا|ہو گیا|done|complete|completed)(?: شدہ)?';
const notDone = '(?:نا ?مکمل|ادھور[اےی]|ان ?کمپلیٹ|پینڈنگ|اوپن|ان ?ڈن|غیر مکمل|ان ?چیک|ان ?مارک|باقی)';
const gone = 'ہو ?(?:گیا|گئی|گئے|گی|چکا|چکی|چکے|ا|ئی|ئے)(?: ہے| ہیں| تھا)?';
const marked = '(?:(?: کا| کے| کی)?(?: طور پر)?(?: نشان| مارک| ٹک)?)';

const completing =
  (completed: boolean): Rule['read'] =>
  ({ ref, other }, reader) => {
    const reference = reader.reference(ref ?? other);
    return reference && { kind: 'complete', reference, completed };
  };

/** "کام ۲ کر لیا", "سب کر دیے": the verb tells nothing about which task is meant. */
const doing: Rule['read'] = ({ ref: told, plural }, reader) => {
  const ref = told ?? plural ?? '';
  const named = ref.replace(pattern(`\\s+${past}$`), '');
  const exact = reader.reference(named);
  const reference = exact && exact.by !== 'words' ? exact : reader.reference(ref);
  return reference && { kind: 'complete', reference, completed: true, loose: true };
};

const exact = '(?:(?:کام|ٹاسک)\\s(?:نمبر\\s)?|نمبر\\s|#)\\p{Nd}+';

/** "کام ۲ مکمل کرنا ہے" names a task that is there; "رپورٹ مکمل کرنا ہے" is a new one. */
export const numberedRules: readonly Rule[] = [
  {
    name: 'must-complete',
    pattern: pattern(`^(?:مجھے )?(?<ref>${exact})(?: کو)? (?:مکمل|کمپلیٹ) کرنا ہے$`),
    read: completing(true),
  },
];

export const reopeningRules: readonly Rule[] = [
  {
    // "نہیں ابھی نہیں ہوا", "دوبارہ کھول دو": of the task spoken of.
    name: 'it-is-not-done',
    pattern: pattern(
      `^(?:(?:نہیں|نہ|او+ہ?|سوری|یہ|وہ|تو|اصل میں|ابھی(?: تک)?|اب تک)[\\s،]+)*(?:(?:مکمل|ختم|پور[اےی]) )?نہیں (?:ہو(?:ا|ئی|ئے)|ہو سکا)(?: ہے| ہیں| تھا| ابھی)?$|^(?:(?:اسے|یہ|وہ|اس کو|نہیں)[\\s،]+)*(?:دوبارہ|پھر سے|واپس) (?:سے )?(?:${imperative('کھول')}|(?:شروع|بحال|اوپن) ${act})$`,
    ),
    read: () => ({ kind: 'complete', reference: { by: 'mention', many: false }, completed: false }),
  },
  {
    name: 'reopen',
    pattern: pattern(
      `^(?<ref>.+?)(?: (?:کو|پھر سے|دوبارہ|واپس|دوبارہ سے))* (?:(?:دوبارہ|پھر سے|واپس) )?(?:${imperative('کھول')}|ری ?اوپن ${act}|${notDone}${marked} (?:${act}|${imperative('لگا')})|(?:شروع|بحال) ${act})$`,
    ),
    read: completing(false),
  },
  {
    name: 'back-in-list',
    pattern: pattern(`^(?<ref>.+?)(?: کو)? (?:سے )?(?:ٹک|نشان|مارک) (?:ہٹا|مٹا|ختم)\\S*(?: ?\\S+)?$`),
    read: completing(false),
  },
  {
    // "گوشت رہ گیا": it is still to be done.
    name: 'is-left',
    pattern: pattern(
      `^(?!.*(?:کیا|کون|کتن[ےا]|کب|کس|کچھ)(?:\\s|$))(?<ref>.+?)(?: (?:ابھی|اب|تو|والا|والی))* (?:رہ گ(?:یا|ئی|ئے)|رہت[اےی])(?: ہے| ہیں)?$`,
    ),
    read: completing(false),
  },
  {
    name: 'not-done',
    pattern: pattern(
      `^(?<ref>.+?)(?: (?:ابھی(?: تک)?|اب تک|تو|اصل میں))* (?:(?:مکمل|ختم|پور[اےی]|کمپلیٹ|ڈن) )?نہیں (?:ہو(?:ا|ئی|ئے)|کیا|کی|کیے|ہو سکا|${past})(?: ہے| ہیں| تھا| ابھی)?$|^(?:میں نے )(?<other>.+?)(?: ابھی(?: تک)?)? (?:مکمل |ختم |پورا )?نہیں (?:کیا|کی|کیے)(?: ہے)?$`,
    ),
    read: completing(false),
  },
];

export const completingRules: readonly Rule[] = [
  {
    // "کرایہ دے دیا؟" asks, and "کرایہ دے دیا" tells.
    name: 'asked',
    raw: true,
    pattern: pattern(
      `^(?!.*(?:کیا|کتن[ےا]|کون|کب|کس)\\s)(?<ref>.+?)(?:(?: ${done})? ${gone}|(?<= )${past}${pastEnd})\\s*[؟?]+$`,
    ),
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference && { kind: 'show', reference };
    },
  },
  {
    name: 'it-is-done',
    pattern: pattern(
      `^(?:میں نے |ہم نے |یہ |وہ |یہ کام |وہ کام )?(?:${done} )?(?:${gone}|کر (?:لیا|لی|دیا|دی|لیے|دیے|چکا|چکی))(?: ہے| ہوں)?$`,
    ),
    read: () => ({ kind: 'complete', reference: { by: 'mention', many: false }, completed: true }),
  },
  {
    name: 'mark-done',
    pattern: pattern(
      `^(?<ref>.+?)(?: (?:کو|بھی|پر|کا|کے))* ${done}${marked} (?:${act}|${imperative('لگا', 'سمجھ')}|${gone})$|^(?<other>.+?)(?: (?:کو|پر|کے سامنے))* (?:(?:ٹک|صحیح|چیک)(?: مارک| کا نشان| آف)? (?:${act}|${imperative('لگا')})|${imperative('نمٹا', 'نبٹا', 'کاٹ')})$`,
    ),
    read: completing(true),
  },
  {
    name: 'mark-it-done',
    pattern: pattern(
      `^${done}${marked} (?:${act}|${imperative('لگا', 'سمجھ')})$|^(?:اس پر |اس کا )?(?:ٹک |صحیح کا |مکمل کا )?نشان ${imperative('لگا')}$|^ٹک (?:مارک )?(?:${act}|${imperative('لگا')})$`,
    ),
    read: () => ({ kind: 'complete', reference: { by: 'mention', many: false }, completed: true }),
  },
  {
    name: 'mark-done-first',
    pattern: pattern(
      `^(?:${done} ${act}|${done}|ہو ?گیا|✅|✓|☑)\\s*[:،]?\\s(?!${act}\\s*$)${noVerbEnd}(?<ref>.+)$`,
    ),
    read: completing(true),
  },
  {
    name: 'is-done',
    pattern: pattern(
      `^(?!کیا )(?<ref>.+?)(?: (?:اب|بھی|تو|پہلے ہی|آج|کا کام|والا کام))* (?:(?:${done}|ڈن) )?${gone}$|^(?!کیا )(?<other>.+?)[،:]? (?:${done}|✓|✅)(?: ہے| ہیں)?$`,
    ),
    read: completing(true),
  },
  {
    name: 'i-finished',
    pattern: pattern(
      `^(?:میں نے |ہم نے |میں |ہم )?(?:آج |ابھی |ابھی ابھی )?(?<ref>.+?)(?: (?:کو|کا کام|والا کام))* ${done} (?:${past})${pastEnd}$`,
    ),
    read: completing(true),
  },
  {
    name: 'i-did',
    pattern: pattern(
      `^(?!کیا |.*(?:نہیں|کہا|کہتا|کہہ)(?:\\s|$)|(?!میں نے|ہم نے).*\\s(?:کیا|کی|کیے|کئے)(?: ہے| ہیں)?$)(?:میں نے |ہم نے |میں |ہم )?(?:آج |ابھی |ابھی ابھی |بالآخر )?(?<ref>.*?\\S+ ${past})${pastEnd}(?: [^\\s]+ (?:کو|سے|پر))?$|^(?<plural>(?:.+ )?[^\\s]+یں (?:[^\\s]+ )?[^\\s]+ (?:دیں|لیں))(?: ہیں)?$`,
    ),
    read: doing,
  },
  {
    name: 'only-tasks',
    pattern: pattern(`^(?:${tasks}) (?<ref>\\p{Nd}+(?: اور \\p{Nd}+)*) (?:مکمل|ڈن|ختم)$`),
    read: completing(true),
  },
];
