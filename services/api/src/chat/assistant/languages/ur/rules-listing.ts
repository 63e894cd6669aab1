/** Seeing, counting and searching tasks. @module */
import type { Rule } from '../../language.ts';
import type { ListFilter, ListOrder } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { months, weekdays } from './date-numbers.ts';
import {
  act,
  imperative,
  list,
  noVerbEnd,
  past,
  pastEnd,
  pattern,
  task,
  tasks,
  words as word,
} from './forms.ts';

const show = `(?:(?:${imperative('دکھا', 'دیکھا', 'دیکھ', 'دکھلا')}|(?:شو|ڈسپلے|لسٹ|اوپن) ${act}|چیک ${act}|سامنے ${imperative('لا', 'رکھ')})|دیکھن[اےی] (?:ہے|ہیں|چاہت[اےی] (?:ہوں|ہیں)|ہیں مجھے))`;
const tell = `(?:${imperative('بتا', 'سنا', 'گن')}|پڑھ(?: کر)? ${imperative('سنا')}|بتا (?:سکت[ےی]) ?(?:ہیں|ہو))`;
const have = '(?:ہے|ہیں|ہوں گے|ہونگے|تھے|رہ گ[ئی][ےیا]?|باقی|بچ[ےای]|موجود)';
const day = '(?:آج|کل|پرسوں|اس ہفتے|اگلے ہفتے|رواں ہفتے|آئندہ ہفتے)';
const status =
  '(?:مکمل|ختم|ہو چکے|ہو گئے|پورے|باقی|نامکمل|ادھورے|پینڈنگ|رہ گئے|رہتے|اوور ?ڈیو|لیٹ|گزر|تاخیر|ضروری|اہم|ارجنٹ|ترجیح|پرائیورٹی|کمپلیٹ|ڈن)';
const question = '(?:کیا(?: کیا)?|کون ?س[ےای]|کونس[ےای]|کن|کس|کتن[ےای]|کچھ|کوئی)';

/** "جمعہ کے کام", "پیر تک کے کام": here the day is asked for and belongs to no thing. */
const dayOfTasks = pattern(
  `(?<=(?:${weekdays.join('|')}|${months.join('|')}|تاریخ|پرسوں|\\p{Nd}))\\s(?:کے|کی|والے)(?=\\s(?:.*\\s)?(?:${tasks}|${list}))`,
);
const upToDay = pattern(`(?<=\\s(?:تک|پہلے))\\s(?:کے|کی|والے)(?=\\s)`);
const onDay = (filter: string) => filter.replace(upToDay, '').replace(dayOfTasks, ' کو');

const aboutTasks = pattern(`${tasks}|${list}|${status}`);

const read =
  (change: (filter: ListFilter) => ListFilter = (filter) => filter): Rule['read'] =>
  ({ filter = '' }, reader) => ({ kind: 'list', count: false, filter: change(reader.filter(onDay(filter))) });
/** "What do I have to do": what is open, unless something else was asked for. */
const open = (filter: ListFilter): ListFilter =>
  filter.status === 'all' ? { ...filter, status: 'pending' } : filter;
const doneByMe = (filter: ListFilter): ListFilter => ({ ...filter, status: 'completed' });

const shown: Rule['read'] = ({ filter }, reader) => {
  const pointed = pointsAtOne(filter, reader);
  return pointed ?? read()({ filter }, reader);
};

/** "کام نمبر ۳ دکھاؤ" is about one task, with all that is known of it. */
function pointsAtOne(text: string | undefined, reader: ClauseReader) {
  const reference = reader.reference(text);
  return reference?.by === 'number' || reference?.by === 'position'
    ? { kind: 'show' as const, reference }
    : undefined;
}

/** Words of which only their meaning for a search is left: no question words, no verbs. */
const about: Rule['read'] = ({ ref }, reader) => {
  const reference = reader.reference(ref);
  return reference && reference.by !== 'filter' ? { kind: 'show', reference } : undefined;
};

/** "وہ کام دکھاؤ جو آج کرنے ہیں" ends like something to do. */
export const relativeRules: readonly Rule[] = [
  {
    name: 'relative',
    pattern: pattern(
      `^(?:مجھے\\s)?(?:(?:وہ|ایسے|صرف|سارے|سب|تمام)\\s)*${tasks}\\s(?:${show}|${tell})\\s(?:جو|جن)\\s(?<filter>.+)$`,
    ),
    read: read(),
  },
];

/** What a list is to be sorted by. */
const orders: Readonly<Record<string, ListOrder>> = {
  ترجیح: '-priority',
  اہمیت: '-priority',
  نام: 'title',
};

export const listingRules: readonly Rule[] = [
  {
    // "کام تاریخ کے حساب سے دکھاؤ"
    name: 'sorted',
    pattern: pattern(
      `^(?<filter>(?:.+\\s)?)(?:آخری |مقررہ )?(?<key>ترجیح|اہمیت|تاریخ|نام) (?:کے|کی) (?:حساب|لحاظ|اعتبار|ترتیب) (?:سے|میں) (?:${show}|${tell}|(?:ترتیب|سورٹ) (?:${act}|${imperative('دے', 'د')}))$`,
    ),
    read: ({ filter = '', key = '' }, reader) => ({
      kind: 'list',
      count: false,
      filter: { ...reader.filter(onDay(filter)), sort: orders[key] ?? 'due' },
    }),
  },
  {
    name: 'count',
    pattern: pattern(
      `^(?:کل (?=کتن))?(?<filter>(?:.*\\s)?(?:کتن[ےیا]|تعداد)(?:\\s.*)?)$|^(?<gen>.+) (?:گن|کی گنتی) .*$`,
    ),
    read: ({ filter, gen }, reader) => {
      const text = (filter ?? gen ?? '').replace(pattern(word('کل(?=\\sکتن)')), ' ');
      const asked = reader.filter(onDay(text));
      // "2 جمع 2 کتنے ہوتے ہیں" counts no tasks.
      if (asked.query && !aboutTasks.test(text)) return undefined;
      return { kind: 'list', filter: asked, count: true };
    },
  },
  {
    name: 'when-is',
    pattern: pattern(
      `^(?<ref>.+?)\\s(?:کی (?:آخری |مقررہ )?تاریخ\\s)?(?:کب|کس (?:دن|تاریخ|وقت|ٹائم))(?:\\s.*)?$`,
    ),
    read: about,
  },
  {
    name: 'date-of',
    pattern: pattern(
      `^(?<ref>.+?)\\sکی (?:آخری |مقررہ )?(?:تاریخ|ڈیڈ ?لائن|تفصیل|ترجیح) (?:کیا ہے|${tell}|${show})$`,
    ),
    read: about,
  },
  {
    name: 'details-of',
    pattern: pattern(`^(?:پوری )?(?:تفصیل|تفصیلات|ڈیٹیل) (?:${show}|${tell}) (?<ref>.+?)(?: کی| کے)?$`),
    read: about,
  },
  {
    name: 'is-done',
    pattern: pattern(
      `^کیا\\s(?:میں نے |ہم نے )?(?<ref>(?!کیا\\s|رہ\\s|باقی\\s|بچ\\s|${tasks}\\s).+?(?:\\s(?:مکمل|ختم|پور[اےی]|ڈن))?(?:\\s(?:ہو ?(?:گیا|گئی|گئے|چکا|چکی)|${past}))${pastEnd})$`,
    ),
    read: about,
  },
  {
    name: 'not-yet',
    pattern: pattern(
      '^(?:ابھی تک |اب تک |مجھ سے |میں نے )*(?:کیا(?: کیا)?|کون ?س[ےا](?: کام)?) (?:مکمل |ختم )?نہیں (?:ہوا|ہوئے|کیا|کیے)(?: ہے| ہیں| ابھی)*$',
    ),
    read: () => ({ kind: 'list', count: false, filter: { status: 'pending' } }),
  },
  {
    name: 'what-done',
    pattern: pattern(
      `^(?:(?:میں نے|ہم نے|مجھ سے)\\s)(?<filter>.*?)${question}(?<rest>.*?)\\s(?:${past}|مکمل ہوئے|ہو گئے)${pastEnd}$`,
    ),
    read: ({ filter = '', rest = '' }, reader) =>
      read(doneByMe)({ filter: `${filter} ${rest.replace(pattern(word('مکمل|ختم|پور[ےا]')), ' ')}` }, reader),
  },
  {
    name: 'search',
    pattern: pattern(
      `^(?<filter>.+?)(?: (?:کو|کا|والے|والا|کے لیے))?(?: ${tasks})?(?: (?:کو|کی))? (?:${imperative('ڈھونڈ', 'ڈھونڈھ', 'کھوج')}|(?:تلاش|سرچ|فائنڈ) ${act})$`,
    ),
    read: read(),
  },
  {
    name: 'about',
    pattern: pattern(
      `^(?<filter>.+ (?:کے بارے میں|سے متعلق|کے متعلق) .*?(?:${tasks}|کچھ|کیا|${show}|${tell}|${have}).*)$`,
    ),
    read: read(),
  },
  {
    name: 'show',
    pattern: pattern(`^(?:${show}\\s)?(?:مجھے\\s)?(?<filter>.+?)(?:\\s(?:کو|مجھے|تو))*\\s${show}$`),
    read: shown,
  },
  {
    name: 'show-first',
    pattern: pattern(`^(?:مجھے\\s)?${show}\\s(?:مجھے\\s)?${noVerbEnd}(?<filter>.+)$`),
    read: shown,
  },
  {
    name: 'tell',
    pattern: pattern(
      `^(?:مجھے\\s)?(?<filter>(?=.*(?:${tasks}|${list}|${status}|کیا (?:کرنا|باقی|ہے)|کرن[اےی]|شیڈول|پروگرام|پلان)).+?)(?:\\s(?:کو|مجھے|تو|بارے میں))*\\s${tell}$`,
    ),
    read: (groups, reader) => pointsAtOne(groups.filter, reader) ?? read()(groups, reader),
  },
  {
    name: 'what-to-do',
    pattern: pattern(
      `^(?<filter>(?:(?:اب|ابھی|تو)\\s)?(?:${day}\\s)?(?:(?:مجھے|میں نے|ہمیں|میرے|میرا|میری|ہم نے|میں)\\s)?(?:(?:${day}|.+ (?:کو|تک))\\s)?)(?:اور\\s)?(?:کیا(?: کیا)?|کون ?س[ےای](?: کون ?س[ےای])?)(?:\\s(?:${tasks}|اور|کچھ))*(?:\\s(?:کرن[اےی]|باقی|رہت[اےی]|رہ|${have}|کروں|شیڈول|پروگرام|کا|کے لیے|پلان|پڑے|ہونا|گیا|ہو گا|ہوگا|چاہیے|کے ذمے))+$`,
    ),
    read: read(open),
  },
  {
    name: 'next',
    pattern: pattern('^(?:اب |میرا )?اگل[اے] (?:کام|ٹاسک) (?:کیا|کون ?سا|بتا|دکھا)\\S*(?: ہے| دو| دیں)?$'),
    read: () => ({ kind: 'list', count: false, filter: { status: 'pending' } }),
  },
  {
    name: 'which',
    pattern: pattern(
      `^(?<filter>(?:(?:وہ|ایسے|صرف|سارے|سب)\\s)*کام جو .*|(?:.*\\s)?${question}\\s(?:.*\\s)?(?:${tasks}|${status}|باقی)(?:\\s.*)?|(?=.*${question})(?=.*(?:${tasks}|${list}|${status})).*(?:${have}))$`,
    ),
    read: (groups, reader) => read(/کوئی|کچھ/u.test(groups.filter ?? '') ? open : undefined)(groups, reader),
  },
  {
    name: 'is-there',
    pattern: pattern(
      `^(?:کیا\\s)?(?<filter>(?=.*(?:${day}|${tasks}))(?:میرے (?:پاس\\s)?)?.*(?:کچھ|کوئی).*(?:ہے|ہیں|کرنا ہے|باقی ہے))$`,
    ),
    read: read(open),
  },
  {
    // "جمعے کو کچھ ہے؟", "اتوار کو کیا کیا ہے"
    name: 'is-something-then',
    pattern: pattern(
      `^(?:کیا\\s)?(?<filter>.+?)\\s(?:(?:میرے (?:پاس|ذمے) |مجھے )?(?:کچھ|کوئی ${tasks}|کیا کیا|کیا)(?: بھی| خاص| اور)*)\\s(?:ہے|ہیں|کرنا ہے|کرنے ہیں|رکھا ہے|پڑا ہے|باقی ہے|ہو گا|ہوگا|ہونا ہے)(?: کیا)?$`,
    ),
    read: ({ filter = '' }, reader) => {
      const asked = reader.filter(onDay(filter));
      return asked.due && !asked.query ? { kind: 'list', count: false, filter: open(asked) } : undefined;
    },
  },
  {
    // "سب سے پہلے کیا کروں", "کس کام سے شروع کروں"
    name: 'do-first',
    pattern: pattern(
      `^(?:(?:اب|ابھی|آج|تو|بتاؤ|بتائیں|مجھے|میں) )*(?:سب سے )?(?:پہلے )?(?:کیا|کون ?سا کام|کس کام سے|کس سے|کہاں سے)(?: پہلے)? (?:کروں|کرنا چاہیے|کرنا ہے|شروع کروں|نمٹاؤں|نپٹاؤں|شروع کرنا چاہیے)(?: اب| پہلے| آج)?$`,
    ),
    read: () => ({ kind: 'list', count: false, filter: { status: 'pending' } }),
  },
  {
    name: 'what-is-lying',
    pattern: pattern(
      `^(?:(?:اب|ابھی|تو|میری|میرے) )*(?:کیا(?: کیا)?|کتنا کچھ|کچھ) (?:پڑا|لکھا|رکھا|باقی|بچا|رہتا|موجود)(?: ہوا)?(?: ہے| ہیں)?(?: (?:میری|میرے|اپنی))?(?: ${list} میں| ذمے)?(?: (?:کرنے )?کو)?$|^(?:(?:میری|میرے|اپنی) )?${list} (?:میں )?(?:کیا(?: کیا)?|کچھ)(?: (?:پڑا|لکھا|رکھا|باقی|بچا|ہے|ہیں|کچھ))+$`,
    ),
    read: () => ({ kind: 'list', count: false, filter: { status: 'pending' } }),
  },
  {
    name: 'named-list',
    pattern: pattern(
      `^(?<filter>(?:(?:میر[اےی]|اپن[اےی]|(?:وقت )?گزر چکے|گزرے|پورے|کیے|سب سے|فوری|اعلی|اعلیٰ|اونچی|درمیانی|غیر|سارے|ساری|تمام|سب|پوری|پورے|آج|کل|اس ہفتے|اگلے ہفتے|کے|کا|کی|والے|شدہ|ہوئے|نامکمل|مکمل|باقی|ضروری|اہم|ارجنٹ|پینڈنگ|کم|زیادہ|ہائی|لو|ترجیح|پرائیورٹی|رہ گئے|ادھورے|ختم|لیٹ|اوور ?ڈیو|تاخیر|گزرے|#\\S+|(?:\\S+ )?ٹیگ|جن|کو|کرنے)\\s)*(?:${tasks}|${list})(?:\\s(?:دیکھیں|دکھا))?|(?:ٹو ?ڈو )?لسٹ|فہرست|دکھاؤ|دکھائیں|دکھا دو|دکھا دیں|#\\S+)$`,
    ),
    read: read(),
  },
  {
    name: 'dated-list',
    pattern: pattern(`^(?<filter>.+\\s(?:کے|کو|والے)\\s${tasks})$`),
    read: ({ filter = '' }, reader) => {
      const asked = reader.filter(onDay(filter));
      return asked.due && !asked.query ? { kind: 'list', count: false, filter: asked } : undefined;
    },
  },
  {
    name: 'bare-status',
    pattern: pattern(
      '^(?<filter>(?:سب کچھ|سب|نامکمل|باقی|پینڈنگ|مکمل شدہ|مکمل|آج|کل|اس ہفتے|اگلے ہفتے|ضروری|اوور ?ڈیو|ٹیگ \\S+)(?:\\s(?:والے|کے لیے|کیا ہے|کا کیا پلان ہے))?)$',
    ),
    read: read(),
  },
  {
    name: 'one',
    pattern: pattern(`^(?<ref>(?:${task})\\s(?:نمبر\\s)?\\p{Nd}+) (?:کیا (?:ہے|تھا)|کون ?سا ہے|ہے کیا)$`),
    read: about,
  },
];
