/** Adding a task that is a part of another: "کام ۲ کے تحت … شامل کرو", "… میں ذیلی کام شامل کرو: …". @module */
import type { Rule } from '../../language.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { pattern, task } from './forms.ts';
import { add, draftsOf } from './rules-adding.ts';

const part = '(?:ذیلی (?:کام|ٹاسک|آئٹم)|سب ?ٹاسکس?|sub-?tasks?)';

function under(titles: string | undefined, parent: string | undefined, reader: ClauseReader, plain?: string) {
  const drafts = draftsOf(titles ?? '', reader, true);
  const reference = reader.reference(parent);
  if (drafts.length === 0 || !reference || reference.by === 'filter') return undefined;
  const whole = plain ? draftsOf(plain, reader) : [];
  return {
    kind: 'add' as const,
    drafts,
    under: reference,
    ...(whole.length > 0 ? { orElse: { kind: 'add' as const, drafts: whole } } : {}),
  };
}

export const subtaskRules: readonly Rule[] = [
  {
    name: 'subtask-colon',
    pattern: pattern(
      `^(?<parent>.+?)\\s(?:میں|کا|کے لیے|کے لئے|کے تحت|کے نیچے)\\s(?:(?:ایک|نیا|یہ)\\s)*${part}(?:\\s${add})?\\s*[:،–—-]\\s*(?<titles>.+)$`,
      's',
    ),
    read: ({ titles, parent }, reader) => under(titles, parent, reader),
  },
  {
    name: 'under',
    pattern: pattern(
      `^(?<plain>(?<parent>.+?)\\s(?:کے تحت|کے نیچے|کے اندر|کے ذیل میں)\\s(?:(?:ایک|نیا)\\s)*(?:${part}\\s)?(?<titles>.+?))(?:\\s(?:کو|بھی|کا ${task}))?\\s${add}$`,
    ),
    read: ({ titles, parent, plain }, reader) => under(titles, parent, reader, plain),
  },
];
