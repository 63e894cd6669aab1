/** @module The chat's own words in Urdu. */
import { plainText } from '../assistant/answering/plain-text.ts';
import type { Deed, Planned, Trouble, Words } from './words.ts';

const list = new Intl.ListFormat('ur');
const MOST_NAMED = 10;

const deeds: Record<Deed['status'], string> = {
  created: 'شامل کیا',
  completed: 'مکمل کیا',
  pending: 'دوبارہ کھولا',
  deleted: 'حذف کیا',
  updated: 'تبدیل کیا',
  restored: 'بحال کیا',
};

const reasons: Record<Trouble, string> = {
  failed: 'معذرت، میں یہ پورا نہیں کر سکا: اس چیٹ کے ماڈل نے ٹھیک سے جواب نہیں دیا۔',
  slow: 'معذرت، میں یہ پورا نہیں کر سکا: اس چیٹ کے ماڈل نے بہت دیر لگائی۔',
  refused: 'اس چیٹ کے ماڈل نے اس کا جواب دینے سے انکار کیا۔',
  limit: 'یہ ایک بار میں میری حد سے زیادہ تھا۔',
  cut: 'میرا جواب بہت لمبا ہو گیا اور یہاں کٹ گیا۔',
};

const plans: Record<string, string> = {
  delete_task: 'حذف',
  complete_task: 'مکمل یا دوبارہ شروع',
  update_task: 'تبدیل',
  restore_task: 'بحال',
  add_task: 'شامل',
};

const nameOf = ({ title, id }: Pick<Planned, 'title' | 'id'>) =>
  [title && `”${plainText(title, 'rtl')}“`, id !== undefined && `(#${id})`].filter(Boolean).join(' ');

function named(calls: readonly Planned[]): string {
  const shown = calls.slice(0, MOST_NAMED).map(nameOf);
  const more = calls.length - shown.length;
  return list.format(more > 0 ? [...shown, `مزید ${more}`] : shown);
}

export const urdu: Words = {
  languageName: 'Urdu',
  takenOver: 'اس چیٹ کے ماڈل نے جواب نہیں دیا، اس لیے اندرونی معاون جواب دے رہا ہے:',
  apology(trouble, done, failed) {
    const names = done.map((deed) => `${nameOf(deed)} ${deeds[deed.status]}`);
    const outcome =
      names.length > 0
        ? `اتنا ہو گیا ہے: میں نے ${list.format(names)}۔ اس کے سوا کچھ نہیں بدلا۔`
        : 'کچھ نہیں بدلا۔';
    const vain =
      failed === 0 ? [] : [failed === 1 ? 'ایک قدم کامیاب نہیں ہوا۔' : `${failed} قدم کامیاب نہیں ہوئے۔`];
    return [reasons[trouble], outcome, ...vain, 'براہِ کرم دوبارہ کوشش کریں، یا باقی کے لیے کہیں۔'].join(' ');
  },
  askApproval(calls) {
    const kinds = [...Map.groupBy(calls, ({ toolName }) => toolName)].map(([toolName, own]) => {
      const verb = plans[toolName] ?? toolName;
      return `${own.length === 1 ? `ایک کام ${verb} ہوگا` : `${own.length} کام ${verb} ہوں گے`}: ${named(own)}`;
    });
    return `${kinds.join('؛ اور ')}۔ کیا میں ایسا کروں؟ ہاں یا نہیں میں جواب دیں۔`;
  },
};
