/** Adding tasks: "… شامل کرو", "مجھے … کرنا ہے", "یاد دلاؤ کہ …", "نیا کام: …". @module */
import type { Rule } from '../../language.ts';
import type { TaskDraft } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { act, imperative, inList, necessity, pattern, task, tasks } from './forms.ts';
import { severalItems } from './items.ts';

/** Asks to add what stands before. */
export const add = `(?:(?:شامل|ایڈ|اید|درج|نوٹ|محفوظ|سیو|انٹر|تخلیق|کریئیٹ|شیڈول|add) ${act}|${imperative('لکھ', 'ڈال', 'بنا', 'جوڑ', '(?<!یاد )رکھ', 'چڑھا')}|اضافہ ${act})`;
const remind = `یاد ?(?:${imperative('دلا', 'دلوا', 'کروا', 'کرا')}|دہانی (?:${act}|${imperative('لگا')}))`;
const remember = `(?:یاد ${imperative('رکھ')}|یاد رہے|(?:مت|نہ|نا) (?:بھول(?:نا|و|یں|یے|یئے|یو|ئے)|بھولیے گا|بھولنا)|بھول(?:نا|و|یں|یے) (?:مت|نہ|نہیں)|(?:کہیں )?(?:میں )?بھول نہ جا(?:نا|ؤ|ئیں|ؤں|وں))`;
const who = '(?:مجھے|مجھ کو|ہمیں|ہم کو|میں نے|ہم نے|مجھکو)';
const urgent = '(?:(?:بہت |سب سے |انتہائی )?(?:ارجنٹ|ارجینٹ|فوری|فوری طور پر|ضروری|اہم|اہم ترین|urgent))';
/** How urgent the task is, before the word for it. */
const leading = `(?:(?:${urgent}|کم اہم|کم ضروری|(?:ہائی|لو|کم|زیادہ|درمیانی|اعلی|اعلیٰ|اونچی) (?:ترجیح|پرائیورٹی)(?: والا| کا| کے ساتھ)?)\\s)`;
const details =
  '(?<details>(?:\\s*[،,:(]\\s*.+|\\s#.+|\\s(?:(?:اور )?(?:جس|اس) (?:کی|کا)|ٹیگ|تفصیل|نوٹ|ترجیح)\\s.+|\\s(?:ہائی|لو(?! کہ)|کم|زیادہ|درمیانی|اعلی|اعلیٰ|ارجنٹ|ضروری|اہم|فوری)(?:\\s.+)?|\\s(?:آج|کل|پرسوں|اگلے|اس ہفتے|صبح|شام|رات|دوپہر|پیر|منگل|بدھ|جمعرات|جمعہ|جمعے|ہفتے|اتوار|\\p{Nd})(?![\\p{L}\\p{M}]).*)?)';

/** Drafts of what may be one task or several. */
export function draftsOf(text: string, reader: ClauseReader, named = false): TaskDraft[] {
  const items = severalItems(text, reader, named) ?? [text];
  return items.map((item) => reader.draft(titled(item))).filter((draft) => draft !== undefined);
}

const stops = '(?=\\s*(?:$|[،,#(:]))';
/** "کروانی ہے", "کروانے کا کام": tasks are written down in the plain infinitive, "کروانا". */
const bent = pattern(
  `(?<=[\\p{L}\\p{M}]ن)(?:[اےی]|یں)\\s(?:${necessity}|(?:کا|کی|کے لیے|کے لئے)(?:\\s(?:ایک )?(?:نیا )?${task})?)${stops}`,
);
/** "بینک جانے والا کام" is "بینک جانا". */
const doer = pattern(`(?<=ن)ے والا ${task}${stops}`);
const ofTask = pattern(`\\s(?:کا|کی|کے لیے|کے لئے|کو)\\s(?:ایک )?(?:نیا )?${task}${stops}`);
const opening = pattern(`^(?:${who}|یہ کہ|کہ|یاد سے)\\s`);

function titled(item: string): string {
  return item.trim().replace(opening, '').replace(bent, 'ا').replace(doer, 'ا').replace(ofTask, '').trim();
}

const adding =
  ({ named = false, lead = '' } = {}) =>
  (text: string | undefined, reader: ClauseReader) => {
    const drafts = draftsOf(text ?? '', reader, named);
    const priority = lead === '' ? undefined : reader.priority(lead);
    if (drafts.length === 0) return undefined;
    return {
      kind: 'add' as const,
      drafts: priority ? drafts.map((draft) => ({ ...draft, priority })) : drafts,
    };
  };

const one =
  (named = false): Rule['read'] =>
  ({ title, details: more = '', lead = '' }, reader) =>
    adding({ named, lead: lead.trim() })(`${title ?? ''}${more.replace(/^\s*:/, '،')}`, reader);

/** "کل کے لیے یہ کام شامل کرو: …": what stands before holds for each of them. */
const listed: Rule['read'] = ({ lead = '', titles }, reader) => {
  const drafts = draftsOf(titles ?? '', reader, true);
  const due = reader.dated(`${lead} \uE000`)?.due;
  const adjective = /(?<=^|\s)(?:(?:بہت|انتہائی) )?\S+(?=\s*$)/u.exec(lead.trim())?.[0];
  const priority = reader.priority(lead.trim()) ?? reader.priority(adjective);
  if (drafts.length === 0) return undefined;
  const { clock: _only, ...day } = due && 'due_at' in due ? due : { ...due, clock: undefined };
  return {
    kind: 'add',
    drafts: drafts.map((draft) => ({
      ...(draft.due_date || draft.due_at ? {} : day),
      ...draft,
      ...(priority ? { priority } : {}),
    })),
  };
};

export const addingRules: readonly Rule[] = [
  {
    name: 'add-unnamed',
    pattern: pattern(
      `^(?:${who}\\s|${inList}\\s)?(?:(?:ایک|اک|کوئی|نیا|نئی|اور|مزید|کچھ)\\s)*(?:${task}\\s)?(?:${inList}\\s)?(?:${add}|(?:شامل|ایڈ) کرنا (?:ہے|چاہت[اےی] (?:ہوں|ہیں)))$|^نیا ${task}$`,
    ),
    read: () => ({ kind: 'add-unnamed' }),
  },
  {
    name: 'add-listed',
    pattern: pattern(
      `^(?:${inList}\\s)?(?<lead>.*?)(?:(?:یہ|درج ذیل|مندرجہ ذیل|نئے|نیا|ایک|\\p{Nd}+|نئی|دو|تین|چار|پانچ|چھ|سات)\\s)*(?:${tasks}|${task})(?:\\sبھی)?(?:\\s${inList})?\\s${add}\\s*(?:[:،–—-]|\\n|کہ\\s)\\s*(?<titles>.+)$`,
      's',
    ),
    read: listed,
  },
  {
    name: 'several-colon',
    pattern: pattern(
      `^(?:${add}\\s)?(?:ایک\\s)?(?<lead>${leading}?)(?:(?:نئے|نیا|ایک|اور|میرے|یہ|آج کے|کل کے|\\p{Nd}+|دو|تین|چار|پانچ)\\s)*(?:${tasks}|${task}|نوٹ)(?:\\s(?:یہ )?(?:ہے|ہیں))?\\s*(?::|[–—-](?=\\s)|\\n)\\s*(?<titles>.+)$`,
      's',
    ),
    read: listed,
  },
  {
    name: 'named',
    pattern: pattern(
      `^(?:${inList}\\s)?(?:(?:ایک|نیا|نئی)\\s)*${task}\\s${add}\\s*[،,]?\\s*(?:جس کا|اس کا|جسکا)?\\s?(?:نام|عنوان)\\s(?:ہو\\s|ہے\\s|رکھو\\s)?(?<title>.+?)(?:\\s(?:ہو|ہے|رکھو|رکھ دو|رکھیں|ہونا چاہیے))?$`,
    ),
    read: one(),
  },
  {
    name: 'by-name',
    pattern: pattern(
      `^(?<title>.+?)\\s(?:کے نام سے|نام سے|نام کا|کے نام کا|نامی)\\s(?:(?:ایک|نیا)\\s)*${task}\\s(?:${inList}\\s)?${add}$`,
    ),
    read: one(),
  },
  {
    name: 'urgent',
    pattern: pattern(`^(?<title>${urgent}(?: ہے| کام ہے| کام)?\\s*[:!،–—-]\\s*.+?)(?:\\s${add})?$`),
    read: one(),
  },
  {
    name: 'list-first',
    pattern: pattern(`^${inList}\\s(?<title>.+?)(?:\\sبھی)?\\s${add}${details}$`, 's'),
    read: one(true),
  },
  {
    name: 'add-fresh',
    pattern: pattern(
      `^(?<when>.*?)(?:(?:ایک|اک|یہ|نیا|اور)\\s)*(?<lead>${leading}?)(?:نیا\\s)?${task}\\s*(?:[:،]\\s*|(?<=(?:نیا|ایک|${urgent})\\s${task}))\\s(?<title>.+?)(?:\\s${inList})?\\s${add}${details}$`,
      's',
    ),
    read: (groups, reader) =>
      one()({ ...groups, title: `${groups.when ?? ''}${groups.title ?? ''}` }, reader),
  },
  {
    name: 'add',
    pattern: pattern(
      `^(?:(?:${who}|میرے لیے|میرے لئے)\\s)?(?!${inList}\\s${add}\\s)(?<title>.+?)(?:\\s(?:کو|بھی|کا|کی|والا))*(?<list>\\s${inList})?(?:\\sبھی)?\\s${add}${details}$`,
      's',
    ),
    read: ({ title, details: more, list }, reader) =>
      one(list !== undefined)({ title, details: more }, reader),
  },
  {
    name: 'add-first',
    pattern: pattern(
      `^(?:${inList}\\s)?(?:(?:ایک|نیا|یہ)\\s)*(?:(?<lead>${leading}?)${task}\\s)?${add}(?:\\s${inList})?\\s*[:،–—-]?\\s+(?:کہ\\s)?(?<title>.+)$`,
      's',
    ),
    read: one(),
  },
  {
    name: 'remind-that',
    pattern: pattern(
      `^(?:${who}\\s)?(?<when>.*?)(?:${who}\\s)?(?:${remind}|${remember})\\s*(?:گا|گے)?\\s*(?:[:،,–—-]|کہ)\\s*(?:کہ\\s)?(?<title>.+)$`,
      's',
    ),
    read: ({ when = '', title = '' }, reader) => adding()(`${when}${titled(title)}`, reader),
  },
  {
    name: 'remind-verb-last',
    pattern: pattern(
      `^(?:(?:${who})\\s)?(?<title>.+?)(?:\\s(?:کا|کی|کے لیے|کے لئے|کے بارے میں|والی بات|بھی))*\\s(?:${who}\\s)?(?:${remind}|${remember})${details}$`,
      's',
    ),
    read: ({ title = '', ...others }, reader) =>
      one()({ ...others, title: title.replace(/(?<=ن)ے$/u, 'ا') }, reader),
  },
  {
    name: 'remind-first',
    pattern: pattern(`^(?:${who}\\s)?(?:${remind}|${remember})\\s(?<title>.+)$`),
    read: one(),
  },
  {
    name: 'new-task',
    pattern: pattern(`^(?:ایک\\s)?(?:نیا|نئی)\\s${task}\\s(?<title>.+)$`),
    read: one(),
  },
  {
    name: 'has-to',
    pattern: pattern(
      `^(?!.*(?:کیا|کون|کب|کتن[ےای]|نہیں)\\s)(?!(?:بہت |آپ کی )*(?:مہربانی|نوازش)\\s)(?!.*(?:کچھ|کوئی کام)(?: بھی| خاص)? کرن[اےی] (?:ہے|ہیں)$)(?:${who}\\s)?(?<title>.+ن[اےی])(?:\\s(?:بھی|تو|ضرور|ہی))?\\s(?<must>${necessity})${details}$`,
      's',
    ),
    read: ({ title = '', must = '', details: more = '' }, reader) =>
      one()({ title: `${title} ${must}`, details: more }, reader),
  },
  {
    name: 'needs',
    pattern: pattern(
      `^${who}\\s(?!.*(?:کیا|کون|مدد|نہیں)(?:\\s|$))(?<title>.+?)\\s(?:چاہیے|چاہئے|چاہییں|چاہیئے|درکار ہے)$`,
    ),
    read: one(true),
  },
];
