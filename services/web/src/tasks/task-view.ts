import type { Task } from '../api-client/types.ts';
import { byCode } from '../i18n/by-code.ts';
import { matches } from './task-search.ts';

export const sorts = ['id', 'due', 'priority', 'title', 'newest'] as const;

export type TaskSort = (typeof sorts)[number];

export type TaskFilter = 'all' | 'pending' | 'completed';

/** What of the list is looked at, and in which order. */
export interface TaskView {
  filter: TaskFilter;
  sort: TaskSort;
  /** What is searched for. */
  words: string;
}

/** A task as it stands in the list. */
export interface Entry {
  task: Task;
  /** Below the task that it is a part of. */
  nested: boolean;
  /** The title of that task, where it is not above. */
  partOf: string | undefined;
  /** How many of its parts are done, and how many there are. */
  done: number;
  parts: number;
}

const BEYOND_NUMBERS = 2 ** 52;
const rank = { high: 0, medium: 1, low: 2 };

/** A draft comes last until it has its number, a later one after an earlier. */
const numberOf = ({ id }: Task) => (id < 0 ? BEYOND_NUMBERS - id : id);

const dueOf = ({ due_date, due_at }: Task) =>
  due_at ? Date.parse(due_at) : due_date ? Date.parse(`${due_date}T23:59:59`) : Number.MAX_SAFE_INTEGER;

function comparison(sort: TaskSort, locale: string): (a: Task, b: Task) => number {
  const byNumber = (a: Task, b: Task) => numberOf(a) - numberOf(b);
  if (sort === 'due')
    return (a, b) => dueOf(a) - dueOf(b) || rank[a.priority] - rank[b.priority] || byNumber(a, b);
  if (sort === 'priority')
    return (a, b) => rank[a.priority] - rank[b.priority] || dueOf(a) - dueOf(b) || byNumber(a, b);
  if (sort === 'newest') return (a, b) => byNumber(b, a);
  if (sort === 'id') return byNumber;
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return (a, b) => compare(a.title, b.title) || byNumber(a, b);
}

/**
 * The list as a view shows it: open tasks in the chosen order, then what is done, latest first; a part follows the
 * task that it belongs to. `alike` are tasks that the api found for the words where these are misspelled.
 */
export function entriesOf(
  tasks: readonly Task[],
  { filter, sort, words }: TaskView,
  locale: string,
  alike: ReadonlySet<number> = new Set(),
): Entry[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const partsOf = Map.groupBy(
    tasks.filter(({ parent_id }) => parent_id && byId.has(parent_id)),
    ({ parent_id }) => parent_id,
  );
  const compare = comparison(sort, locale);
  const inOrder = (a: Task, b: Task) =>
    Number(a.completed) - Number(b.completed) ||
    (a.completed ? byCode(b.updated_at, a.updated_at) || b.id - a.id : compare(a, b));

  const isShown = (task: Task) =>
    (filter === 'all' || task.completed === (filter === 'completed')) &&
    (matches(task, words) || alike.has(task.id));
  const shown = tasks.filter(isShown).sort(inOrder);
  const shownIds = new Set(shown.map(({ id }) => id));
  const entryOf = (task: Task, nested: boolean): Entry => {
    const parts = partsOf.get(task.id) ?? [];
    const whole = task.parent_id ? byId.get(task.parent_id) : undefined;
    const done = parts.filter(({ completed }) => completed).length;
    return { task, nested, partOf: nested ? undefined : whole?.title, done, parts: parts.length };
  };
  return shown.flatMap((task) => {
    if (task.parent_id && shownIds.has(task.parent_id)) return [];
    const parts = (partsOf.get(task.id) ?? []).filter(({ id }) => shownIds.has(id)).sort(inOrder);
    return [entryOf(task, false), ...parts.map((part) => entryOf(part, true))];
  });
}
