/** Fetching tasks: one look at the list for each request, page by page where it is long. @module */
import { isDueWithin } from '../answering/due-words.ts';
import { type Outcome, type ToolRequest, tasksOf } from '../memory.ts';
import type { ListFilter, TaskSummary } from '../requests.ts';
import { findTasks } from '../resolving/find-tasks.ts';
import { significantWords } from '../resolving/similarity.ts';
import { call, type Scene } from './action.ts';

/** The first page has the tool's own size, which most lists fit into; how many are read: a turn has only so many steps. */
const furtherPage = 500;
const mostPages = 5;

export interface Fetched {
  tasks: TaskSummary[];
  /** Whether there are tasks beyond those that were read. */
  more: boolean;
  failure?: string;
}

/** Every task that the tool's own filter lets through. */
export function* fetchAll(args: Record<string, unknown>): Generator<ToolRequest[], Fetched, Outcome[]> {
  const tasks: TaskSummary[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const outcome = yield* call('list_tasks', {
      ...args,
      ...(cursor ? { cursor, limit: furtherPage } : {}),
    });
    if (!outcome.ok) return { tasks, more: false, failure: outcome.error };
    tasks.push(...tasksOf(outcome));
    cursor = typeof outcome.value.next === 'string' ? outcome.value.next : undefined;
    if (cursor === undefined) return { tasks, more: false };
  }
  return { tasks, more: true };
}

/** Whether the tool alone can tell which tasks are meant. */
function isPlain({ tag, query, due }: ListFilter): boolean {
  return tag === undefined && query === undefined && due === undefined;
}

function holds(task: TaskSummary, query: string): boolean {
  const text = [task.title, task.description ?? '', ...(task.tags ?? [])].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The tasks that fit a filter. Days, tags and loose words are looked at here, everything else by the tool. */
export function* fetchTasks(
  filter: ListFilter,
  scene: Scene,
  { firstPage = false } = {},
): Generator<ToolRequest[], Fetched, Outcome[]> {
  const { status, priority, tag, due, sort } = filter;
  const query =
    filter.query && significantWords(filter.query, scene.language.words).length > 0
      ? filter.query
      : undefined;
  const args = { status, ...(priority ? { priority } : {}), ...(sort ? { sort } : {}) };
  if (firstPage && isPlain(filter)) {
    const outcome = yield* call('list_tasks', args);
    if (!outcome.ok) return { tasks: [], more: false, failure: outcome.error };
    return { tasks: tasksOf(outcome), more: typeof outcome.value.next === 'string' };
  }
  const fetched = yield* fetchAll(args);
  let { tasks } = fetched;
  if (tag) tasks = tasks.filter((task) => task.tags?.some((own) => own.toLowerCase() === tag.toLowerCase()));
  if (due) tasks = tasks.filter((task) => isDueWithin(task, due, scene));
  if (query) {
    const literal = tasks.filter((task) => holds(task, query));
    tasks = literal.length > 0 ? literal : findTasks(query, tasks, scene.language.words).sure;
  }
  return { ...fetched, tasks };
}
