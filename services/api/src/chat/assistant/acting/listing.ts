/** Listing: fetches tasks with a filter, and answers "show me …" and "how many …". @module */
import { type Outcome, type ToolRequest, tasksOf } from '../memory.ts';
import type { ListFilter, TaskSummary } from '../requests.ts';
import { findTasks } from '../resolving/find-tasks.ts';
import { significantWords } from '../resolving/similarity.ts';
import { type Action, call, type Scene } from './action.ts';
import { dueWords, isDueWithin } from './due-words.ts';

const pageSize = 100;

export interface Fetched {
  tasks: TaskSummary[];
  more: boolean;
  failure?: string;
}

/** The tasks that fit a filter. What the tool cannot filter (due ranges, loose words) is filtered here. */
export function* fetchTasks(filter: ListFilter, scene: Scene): Generator<ToolRequest[], Fetched, Outcome[]> {
  const args: Record<string, unknown> = { status: filter.status };
  if (filter.priority) args.priority = filter.priority;
  if (filter.tag) args.tag = filter.tag;
  if (filter.query) args.query = filter.query;
  if (filter.due) args.limit = pageSize;
  let outcome = yield* call('list_tasks', args);
  if (!outcome.ok) return { tasks: [], more: false, failure: outcome.error };
  let tasks = tasksOf(outcome);
  if (filter.query && tasks.length === 0) {
    const { query, ...rest } = args;
    outcome = yield* call('list_tasks', { ...rest, limit: pageSize });
    tasks = findTasks(filter.query, tasksOf(outcome), scene.language.words).sure;
  }
  const due = filter.due;
  if (due) tasks = tasks.filter((task) => isDueWithin(task, due, scene));
  return { tasks, more: outcome.ok && typeof outcome.value.next === 'string' };
}

/** Answers a request to see or count tasks. */
export function* list(request: { filter: ListFilter; count: boolean }, scene: Scene): Action {
  const { phrases, words } = scene.language;
  const filter = { ...request.filter };
  if (filter.query && significantWords(filter.query, words).length === 0) delete filter.query;
  const { tasks, more, failure } = yield* fetchTasks(filter, scene);
  if (failure !== undefined) return { text: phrases.failed(failure) };
  const named = tasks.map(({ id, title }) => ({ id, title }));
  if (request.count)
    return { text: phrases.counted(tasks.length, filter, more), listed: tasks, mentioned: named };
  return {
    text: phrases.listed(tasks, filter, more, (task) => dueWords(task, scene)),
    listed: tasks,
    mentioned: named,
  };
}
