/** @module A task service over an array, for tests of what stands above it. */
import { TaskNotFound } from '../../http/problem.ts';
import type { NewTask, Task, TaskChanges } from '../../tasks/schema.ts';
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
    found.task = { ...found.task, ...Object.fromEntries(given) };
    return found.task;
  };
  return {
    keys,
    async list(userId, { status = 'all', q, limit = 100, sort }) {
      const tasks = of(userId)
        .filter(({ trashed }) => trashed === (status === 'trashed'))
        .map(({ task }) => task)
        .filter(
          (task) => status === 'all' || status === 'trashed' || task.completed === (status === 'completed'),
        )
        .filter((task) => !q || task.title.toLowerCase().includes(q.toLowerCase()));
      return { tasks: (sort === '-id' ? tasks.toReversed() : tasks).slice(0, limit) };
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
      } = input;
      const id = of(userId).length + 1;
      const task = {
        id,
        title,
        description,
        completed: false,
        priority,
        due_date,
        due_at,
        tags,
        created_at: moment,
        updated_at: moment,
      };
      of(userId).push({ task, trashed: false });
      return task;
    },
    replace: (userId, id, input) => change(userId, id, input),
    change: (userId, id, changes) => change(userId, id, changes),
    complete: (userId, id, completed = true) => change(userId, id, { completed }),
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
  };
}
