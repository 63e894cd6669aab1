/** How Urdu answers name tasks, filters and times. "کام" is masculine; what stands around it agrees with it. @module */
import type { ShownFilter, ShownTask } from '../../language.ts';
import type { Priority } from '../../requests.ts';

const mostShown = 30;
/** More names than that in one sentence nobody reads. */
const mostNames = 10;
/** Lines that may begin with a number or with a title of the other direction are told theirs. */
const rightToLeft = '\u200F';

/** Several in one breath: "الف، ب اور ج". */
export const and = (parts: readonly string[]) =>
  [...(parts.length > 1 ? [parts.slice(0, -1).join('، ')] : []), ...parts.slice(-1)].join(' اور ');
/** A title between Urdu's quotation marks. */
export const quote = (title: string) => `”${title}“`;

/** "1 کام", "3 کام": the noun is the same, the verb is not. */
export const count = (number: number) => `${number} کام`;
/** The form for one or for several. */
export const agree = (number: number, one: string, several: string) => (number === 1 ? one : several);

/** A task by its title, or its number where that is all there is. */
export const name = (task: ShownTask) => (task.title ? quote(task.title) : `کام #${task.id}`);
/** All by name; how many they are when they are many, and of very many the first ones. */
export const names = (tasks: readonly ShownTask[]) => {
  const told = and([
    ...tasks.slice(0, mostNames).map(name),
    ...(tasks.length > mostNames ? [`مزید ${tasks.length - mostNames}`] : []),
  ]);
  return tasks.length > 3 ? `${count(tasks.length)} (${told})` : told;
};

export const priorityWords: Record<Priority, string> = {
  high: 'زیادہ ترجیح',
  medium: 'درمیانی ترجیح',
  low: 'کم ترجیح',
};

/** What is known of a task besides its title, in brackets. */
export function details(task: ShownTask): string {
  const parts = [
    ...(task.priority && task.priority !== 'medium' ? [priorityWords[task.priority]] : []),
    ...(task.due ? [`مقررہ: ${task.due}`] : []),
    ...(task.recurs ? [task.recurs] : []),
    ...(task.tags ?? []).map((tag) => `#${tag}`),
  ];
  return parts.length > 0 ? ` (${parts.join('، ')})` : '';
}

/** A task as a line of a list. */
export function line(task: ShownTask): string {
  return `- ${rightToLeft}#${task.id} ${task.title}${details(task)}${task.completed ? ' ✓' : ''}`;
}

/** The first tasks as a list, and how many more there are. */
export function lines(tasks: readonly ShownTask[]): string {
  const rows = tasks.slice(0, mostShown).map(line);
  if (tasks.length > mostShown) rows.push(`- … اور ${tasks.length - mostShown} مزید`);
  return rows.join('\n');
}

const dueDays: Partial<Record<NonNullable<ShownFilter['due']>['name'], string>> = {
  today: 'آج',
  tomorrow: 'کل',
  'this-week': 'اس ہفتے',
  'next-week': 'اگلے ہفتے',
};

function dueOf({ due }: ShownFilter, of: string): string[] {
  if (!due) return [];
  if (due.name === 'overdue') return ['تاخیر کا شکار'];
  if (due.name === 'none') return ['بغیر تاریخ کے'];
  if (due.name === 'within') {
    const stretch = [...(due.from ? [`${due.from} سے`] : []), ...(due.day ? [`${due.day} تک`] : [])];
    return [`${stretch.join(' ')} ${of}`];
  }
  const day = dueDays[due.name] ?? due.day ?? 'اس دن';
  return [due.name === 'by' ? `${day} تک ${of}` : `${day} ${of}`];
}

/** What tasks were asked for, as it stands before "کام": "آج کے 3 نامکمل کام". */
export function described(filter: ShownFilter, number: number | 'کوئی'): string {
  const single = number === 1 || number === 'کوئی';
  const which = single ? 'والا' : 'والے';
  return [
    ...dueOf(filter, single ? 'کا' : 'کے'),
    ...(filter.query ? [`${quote(filter.query)} سے متعلق`] : []),
    ...(filter.tag ? [`#${filter.tag} ٹیگ ${which}`] : []),
    ...(filter.priority ? [`${priorityWords[filter.priority]} ${which}`] : []),
    String(number),
    ...(filter.status === 'all' || filter.due ? [] : [filter.status === 'pending' ? 'نامکمل' : 'مکمل']),
    'کام',
  ].join(' ');
}

const dayAndMonth = new Intl.DateTimeFormat('ur-PK-u-nu-latn', {
  timeZone: 'UTC',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
});
const withYear = new Intl.DateTimeFormat('ur-PK-u-nu-latn', {
  timeZone: 'UTC',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});
// Urdu has one word for tomorrow and yesterday.
const near: Record<number, string> = { 0: 'آج', 1: 'کل', 2: 'پرسوں', [-1]: 'گزشتہ کل' };

/** "شام 6 بجے" for "18:00". */
function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const part = hours < 4 ? 'رات' : hours < 12 ? 'صبح' : hours < 16 ? 'دوپہر' : hours < 20 ? 'شام' : 'رات';
  const shown = hours % 12 === 0 ? 12 : hours % 12;
  return `${part} ${shown}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`} بجے`;
}

/** When a task is due; `time` is in twenty-four hours. */
export function dueWords({ date, time, today }: { date: string; time?: string; today: string }): string {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  const thisYear = date.slice(0, 4) === today.slice(0, 4);
  const written = near[days] ?? (thisYear ? dayAndMonth : withYear).format(new Date(date));
  return time ? `${written} ${clock(time)}` : written;
}
