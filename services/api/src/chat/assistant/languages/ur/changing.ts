/** What the rules that change a task have in common. @module */
import type { Rule } from '../../language.ts';
import type { Changes } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { imperative, pattern } from './forms.ts';
import { levelWord } from './priorities.ts';

/** Sets something to a value. */
export const set = imperative(
  'کر',
  'کیج',
  'رکھ',
  'لگا',
  'بنا',
  'سیٹ کر',
  'لکھ',
  'ڈال',
  'چینج کر',
  'تبدیل کر',
  'مقرر کر',
  'دے',
  'مارک کر',
);

export const due = '(?:(?:آخری|مقررہ|نئی|ڈیو)\\s)?(?:تاریخ|ڈیٹ|ڈیڈ ?لائن|وقت|ٹائم|مدت|دن)';
export const of = '(?:کی|کا|کے)';

/** "… کی تاریخ": which field is meant, not which task. */
export const fieldName = pattern(`\\s${of}\\s(?:${due}|${levelWord}|نام|عنوان)(?: کو)?$`);

/** Changes of the task that is named, else of the one spoken of. */
export const changing =
  (
    changes: (groups: Record<string, string | undefined>, reader: ClauseReader) => Changes | undefined,
  ): Rule['read'] =>
  (groups, reader) => {
    // A day is no task.
    if (reader.due(groups.ref)) return undefined;
    const reference = reader.reference((groups.ref ?? 'یہ').replace(fieldName, ''));
    const wanted = changes(groups, reader);
    return reference && wanted && { kind: 'update', reference, changes: wanted };
  };
