/** @module A task service over an array, for tests of what stands above it. */
import { TaskNotFound } from '../../http/problem.ts';
import { firstDay, nextDue } from '../../tasks/next-due.ts';
import type { NewTask, Task, TaskChanges, TaskFilter } from '../../tasks/schema.ts';
import type { TaskService } from '../../tasks/service.ts';

const moment = '2026-11-25T07:00:00.000Z';

export interface TasksInMemory extends TaskService {
  /** The idempotency keys that came, in order. */
  keys: (string | undefined)[];
}

/** The tasks of every user in one place, numbered per user. */
export function tasksInMemory(): TasksInMemory {
  const users = new Map<string, { task: Task; trashed: boolean }[]>();
  const keys: (string | undefined)[] = [];
  const of = (userId: string) => {
    const own = users.get(userId) ?? [];
    users.set(userId, own);
    return own;
  };
  const entry = (userId: string, id: number, trashed = false) => {
    const found = of(userId).find(({ task, ...rest }) => task.id === id && rest.trashed === trashed);
    if (!found) throw new TaskNotFound(id);
    return found;
  };
  const change = async (userId: string, id: number, changes: TaskChanges): Promise<Task> => {
    const found = entry(userId, id);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const due = changes.due_date ? { due_at: null } : changes.due_at ? { due_date: null } : {};
    found.task = { ...found.task, ...due, ...Object.fromEntries(given) };
    return found.task;
  };
  return {
    keys,
    async list(userId, { status = 'all', q, priority, tag, parent_id, cursor, limit = 100, sort }) {
      const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
      const tasks = of(userId)
        .filter(({ trashed }) => trashed === (status === 'trashed'))
        .map(({ task }) => task)
        .filter(
          (task) => status === 'all' || status === 'trashed' || task.completed === (status === 'completed'),
        )
        .filter((task) => !priority || task.priority === priority)
        .filter((task) => !tag || task.tags.includes(tag))
        .filter(
          (task) => parent_id === undefined || task.parent_id === (parent_id === 'none' ? null : parent_id),
        )
        .filter((task) => {
          const text = `${task.title} ${task.description} ${task.tags.join(' ')}`.toLowerCase();
          return words.every((word) => text.includes(word));
        });
      const from = Number(cursor ?? 0);
      const page = sortedBy(sort, tasks).slice(from, from + limit);
      return from + limit < tasks.length ? { tasks: page, next: String(from + limit) } : { tasks: page };
    },
    get: async (userId, id) => entry(userId, id).task,
    async create(userId, input: NewTask, options) {
      keys.push(options?.idempotencyKey);
      const {
        title,
        description = '',
        priority = 'medium',
        due_date = null,
        due_at = null,
        tags = [],
        recurrence = null,
        parent_id = null,
      } = input;
      const id = of(userId).length + 1;
      const task = {
        id,
        title,
        description,
        completed: false,
        priority,
        due_date:
          recurrence && !due_at
            ? (due_date ?? firstDay(recurrence, new Date(moment), 'UTC') ?? null)
            : due_date,
        due_at,
        tags,
        recurrence,
        parent_id,
        created_at: moment,
        updated_at: moment,
      };
      of(userId).push({ task, trashed: false });
      return task;
    },
    replace: (userId, id, input) => change(userId, id, input),
    change: (userId, id, changes) => change(userId, id, changes),
    async changeWithBefore(userId, id, changes) {
      const before = entry(userId, id).task;
      return { before, task: await change(userId, id, changes) };
    },
    async complete(userId, id, completed = true) {
      const task = await change(userId, id, { completed });
      const { recurrence, due_date: dueDate, due_at } = task;
      if (!completed || !recurrence) return { task, next: null, parts: [] };
      const due = { recurrence, dueDate, dueAt: due_at ? new Date(due_at) : null, recursAt: null };
      const next = nextDue(due, new Date(moment), 'UTC');
      if (!next) return { task, next: null, parts: [] };
      const added = { ...task, id: of(userId).length + 1, completed: false, due_date: next.dueDate };
      of(userId).push({
        task: { ...added, recurrence: next.recurrence, due_at: next.dueAt?.toISOString() ?? null },
        trashed: false,
      });
      return { task, next: entry(userId, added.id).task, parts: [] };
    },
    async remove(userId, id) {
      const found = entry(userId, id);
      found.trashed = true;
      return found.task;
    },
    async restore(userId, id) {
      const found = entry(userId, id, true);
      found.trashed = false;
      return found.task;
    },
    bulk: () => refuse('bulk'),
    undo: () => refuse('undo'),
    together: () => refuse('together'),
  };
}

/** In the orders that tests ask for; everything else by number. */
function sortedBy(sort: TaskFilter['sort'], tasks: readonly Task[]): readonly Task[] {
  if (sort === '-id') return tasks.toReversed();
  if (sort === 'due') return tasks.toSorted((one, other) => endOf(one) - endOf(other));
  const levels = ['low', 'medium', 'high'];
  if (sort !== '-priority') return tasks;
  return tasks.toSorted((one, other) => levels.indexOf(other.priority) - levels.indexOf(one.priority));
}

/** A day is due when it ends, and what has none comes last. */
function endOf({ due_at, due_date }: Task): number {
  if (due_at) return Date.parse(due_at);
  return due_date ? Date.parse(due_date) + 86_400_000 : Number.MAX_VALUE;
}

/** No tool reaches this. */
function refuse(name: string): Promise<never> {
  return Promise.reject(new Error(`tasks in memory know no ${name}`));
}
