/** What the assistant says in Urdu. Every paragraph begins with a word of its own, so that it runs from the right. @module */

import type { Phrases, ShownFilter } from '../../language.ts';
import {
  agree,
  and,
  count,
  described,
  details,
  dueWords,
  line,
  lines,
  name,
  names,
  priorityWords,
  quote,
} from './naming.ts';
import { recurrenceWords } from './recurrence.ts';

function nothing(filter: ShownFilter): string {
  const narrow = filter.priority ?? filter.tag ?? filter.query ?? filter.due;
  if (narrow) return `آپ کی فہرست میں ${described(filter, 'کوئی')} نہیں ہے۔`;
  if (filter.status === 'pending') return 'سب ہو گیا! آپ کا کوئی کام باقی نہیں۔ 🎉';
  if (filter.status === 'completed') return 'ابھی تک کوئی کام مکمل نہیں ہوا۔';
  return 'آپ کی فہرست خالی ہے۔ بتائیے کیا کرنا ہے، مثلاً ”دودھ لانا شامل کرو“۔';
}

export const phrases: Phrases = {
  added: (tasks) => {
    const [only, second] = tasks;
    if (only && !second) return `کام #${only.id} شامل کر دیا ہے: ${quote(only.title)}${details(only)}۔`;
    return `یہ ${count(tasks.length)} شامل کر دیے ہیں:\n${tasks.map(line).join('\n')}`;
  },
  addedUnasked: (task) =>
    `میں نے ${quote(task.title)} آپ کی فہرست میں کام #${task.id} کے طور پر لکھ دیا ہے${details(task)}۔ اگر یہ مقصد نہیں تھا تو ”نہیں“ کہہ دیں۔`,
  askTitle: () => 'ضرور، کام کا نام کیا ہو؟',
  askNewTitle: (task) => `اب ${name(task)} کا نیا نام کیا ہو؟`,
  askNewDue: (task) => `اب ${name(task)} کب تک کرنا ہے؟`,
  listed: (tasks, filter, more) => {
    if (tasks.length === 0) return nothing(filter);
    const many = tasks.length;
    return `آپ کی فہرست میں ${more ? 'کم از کم ' : ''}${described(filter, many)} ${agree(many, 'ہے', 'ہیں')}:\n${lines(tasks)}`;
  },
  counted: (number, filter, more) =>
    number === 0
      ? nothing(filter)
      : `آپ کی فہرست میں ${more ? 'کم از کم ' : ''}${described(filter, number)} ${agree(number, 'ہے', 'ہیں')}۔`,
  considered: (task) =>
    `ابھی کچھ نہیں بدلا۔ اس کام کی تفصیل یہ ہے:\n${line(task)}${task.description ? `\n  تفصیل: ${task.description}` : ''}\n\nجب مکمل کرنا، بدلنا یا حذف کرنا ہو تو بتا دیں۔`,
  doneOrNot: (task) =>
    task.completed ? `جی ہاں، ${name(task)} ہو چکا ہے۔` : `نہیں، ${name(task)} ابھی نہیں ہوا۔`,
  described: (tasks) =>
    tasks
      .map((task) => `${line(task)}${task.description ? `\n  تفصیل: ${task.description}` : ''}`)
      .join('\n'),
  completed: (tasks, completed) => {
    const said = names(tasks);
    if (!completed) return `اب ${said} دوبارہ آپ کے باقی کاموں میں ${agree(tasks.length, 'ہے', 'ہیں')}۔`;
    return tasks.length === 1
      ? `شاباش! ${said} کا کام مکمل ہو گیا۔ ✓`
      : `شاباش! ${said} کے کام مکمل ہو گئے۔ ✓ اگر یہ زیادہ ہو گیا تو ”واپس کرو“ کہہ دیں۔`;
  },
  already: (tasks, completed) => {
    const are = agree(tasks.length, 'ہے', 'ہیں');
    return completed
      ? `جی، ${names(tasks)} پہلے ہی مکمل ${are}۔ ✓`
      : `جی، ${names(tasks)} پہلے ہی باقی کاموں میں ${are}۔`;
  },
  deleted: (tasks) => `فہرست سے ${names(tasks)} کو حذف کر دیا ہے۔ واپس لانے کے لیے ”واپس لاؤ“ کہہ دیں۔`,
  restored: (tasks) => `لیجیے، ${names(tasks)} پھر سے فہرست میں ${agree(tasks.length, 'ہے', 'ہیں')}۔`,
  updated: (tasks, { title, what }) => {
    const [only, second] = tasks;
    const others = what.length > 0 ? and(what) : '';
    if (!only || second) return `تبدیلی کر دی: ${names(tasks)}${others ? ` — ${others}` : ''}۔`;
    const known = only.title ? `${quote(only.title)} (#${only.id})` : `کام #${only.id}`;
    if (title !== undefined)
      return `نام بدل دیا: ${known} کا نام اب ${quote(title)} ہے${others ? `، ${others}` : ''}۔`;
    return `تبدیلی کر دی: ${known}${others ? ` — ${others}` : ''}۔`;
  },
  change: {
    description: (text) => (text ? `تفصیل ${quote(text)}` : 'تفصیل ہٹا دی'),
    priority: (priority) => priorityWords[priority],
    due: (when) => (when ? `مقررہ: ${when}` : 'تاریخ ہٹا دی'),
    recurrence: (words) => (words ? `اب ${words}` : 'اب دہرایا نہیں جائے گا'),
    tags: ({ added, removed }) =>
      [
        ...(added.length > 0 ? [`ٹیگ ${added.map((tag) => `#${tag}`).join('، ')} لگا دیا`] : []),
        ...(removed === 'all'
          ? ['سارے ٹیگ ہٹا دیے']
          : removed.length > 0
            ? [`ٹیگ ${removed.map((tag) => `#${tag}`).join('، ')} ہٹا دیا`]
            : []),
      ].join('، '),
  },
  which: (candidates) => `کون سا کام؟\n${lines(candidates)}\n\nاس کا نمبر بتا دیں، یا نام کا کوئی لفظ۔`,
  whichAgain: (candidates) =>
    `معذرت، ابھی بھی واضح نہیں کہ کون سا کام:\n${lines(candidates)}\n\nنمبر بتا دیں، یا ”رہنے دو“ کہہ دیں۔`,
  didYouMean: (words, task) =>
    `مجھے ${quote(words)} نام کا کوئی کام نہیں ملا۔ کیا آپ کا مطلب ${quote(task.title)} (#${task.id}) ہے؟`,
  notFound: (words, nearest) => {
    const start = words ? `مجھے ${quote(words)} نام کا کوئی کام نہیں ملا۔` : 'وہ کام نہیں ملا۔';
    if (nearest.length === 0) return `${start} اپنی فہرست دیکھنے کے لیے ”میرے کام دکھاؤ“ کہیں۔`;
    return `${start} ملتے جلتے کام یہ ہیں:\n${lines(nearest)}\n\nان میں سے کون سا؟`;
  },
  inTrash: (id) => `کام #${id} حذف شدہ کاموں میں ہے۔ واپس لانے کے لیے ”کام ${id} واپس لاؤ“ کہیں۔`,
  noNumber: (id) => `کام #${id} نہیں ملا۔ نمبر دیکھنے کے لیے ”میرے کام دکھاؤ“ کہیں۔`,
  nothingThere: nothing,
  noMention: () => 'واضح نہیں ہوا کہ کون سا کام۔ اس کا نمبر یا نام کا کوئی لفظ بتا دیں۔',
  trash: (tasks) =>
    tasks.length === 0
      ? 'ردی کی ٹوکری خالی ہے۔'
      : `ردی کی ٹوکری میں ${count(tasks.length)} ${agree(tasks.length, 'ہے', 'ہیں')}:\n${lines(tasks)}\n\nواپس لانے کے لیے نمبر کے ساتھ ”بحال کرو“ کہیں۔`,
  confirmDelete: (tasks, more) =>
    `${agree(tasks.length, 'یہ کام حذف ہو جائے گا', `یہ ${more ? 'پہلے ' : ''}${count(tasks.length)} حذف ہو جائیں گے`)}:\n${lines(tasks)}\n\nکیا میں حذف کر دوں؟ ”ہاں“ یا ”نہیں“ میں جواب دیں۔`,
  kept: () => 'ٹھیک ہے، سب کچھ ویسے ہی رہنے دیا ہے۔',
  undone: ({ removed, restored, completed, reopened, asBefore }) => {
    const parts = [
      ...(removed.length > 0 ? [`${names(removed)} کو پھر ہٹا دیا`] : []),
      ...(restored.length > 0 ? [`${names(restored)} کو واپس لے آیا گیا`] : []),
      ...(reopened.length > 0 ? [`${names(reopened)} کو دوبارہ نامکمل کر دیا`] : []),
      ...(completed.length > 0 ? [`${names(completed)} کو دوبارہ مکمل کر دیا`] : []),
      ...(asBefore.length > 0 ? [`${names(asBefore)} کو پہلے جیسا کر دیا`] : []),
    ];
    return parts.length > 0 ? `واپس کر دیا: ${and(parts)}۔` : '';
  },
  nothingToUndo: () => 'اس گفتگو میں ابھی واپس کرنے کو کچھ نہیں۔',
  failed: (sentence) =>
    sentence ? `یہ نہیں ہو سکا: ${sentence}` : 'یہ نہیں ہو سکا۔ براہِ کرم دوبارہ کوشش کریں۔',
  offerToAdd: (title) =>
    `سمجھ نہیں آیا کہ ${quote(title)} کا کیا کرنا ہے۔ کیا اسے کام کے طور پر شامل کر دوں؟`,
  nothingToConfirm: () => 'ابھی کوئی سوال باقی نہیں جس کا جواب چاہیے ہو۔ بتائیے کیا کرنا ہے، یا ”مدد“ کہیں۔',
  recurrence: recurrenceWords,
  talk: {
    greeting: () => 'السلام علیکم! بتائیے کیا کرنا ہے، یا ”میرے کام دکھاؤ“ کہہ کر اپنی فہرست دیکھ لیں۔',
    thanks: () => 'خوش رہیں!',
    goodbye: () => 'اللہ حافظ! آپ کے کام یہاں محفوظ ہیں۔',
    okay: () => 'ٹھیک ہے! جب کچھ شامل کرنا، بدلنا یا مکمل کرنا ہو تو بتا دیں۔',
    help: () =>
      'یہاں آپ کے کاموں کی فہرست سنبھالی جاتی ہے۔ مثلاً:\n- ”کل شام چھ بجے پودوں کو پانی دینا شامل کرو #گھر“\n- ”میرے کام دکھاؤ“ یا ”آج کیا کرنا ہے؟“\n- ”کام ۳ مکمل کرو“ یا ”امی کو فون کر لیا“\n- ”کام ۱ کا نام بدل کر سبزی لانا کر دو“\n- ”کام ۲ کی ترجیح زیادہ کر دو“ یا ”کام ۲ جمعہ شام پانچ بجے کر دو“\n- ”میٹنگ والا کام حذف کرو“، اور ارادہ بدل جائے تو ”واپس لاؤ“',
    unknown: () =>
      'یہاں صرف آپ کے کاموں کی فہرست سنبھالی جاتی ہے۔ مثلاً ”دودھ لانا شامل کرو“، ”کون سے کام باقی ہیں“ یا ”مدد“ کہیں۔',
  },
  due: dueWords,
};
