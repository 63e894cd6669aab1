import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '../api-client/types.ts';

/** Where a person's tasks are in the query cache. */
export function tasksKey(userId: string) {
  return ['tasks', userId] as const;
}

/** The list with this task in it: in the place of its former self, or of the draft it was typed as. */
export function withTask(tasks: readonly Task[], task: Task): Task[] {
  const others = tasks.filter(({ id }) => id !== task.id);
  const draft = others.findIndex(({ id, title }) => id < 0 && title === task.title);
  if (task.id > 0 && draft >= 0) others.splice(draft, 1);
  return [...others, task];
}

/** The list without a task. */
export function withoutTask(tasks: readonly Task[], id: number): Task[] {
  return tasks.filter((task) => task.id !== id);
}

/** Changes the list that is shown; nothing happens before it was loaded. */
export function changeTasks(queries: QueryClient, userId: string, change: (tasks: Task[]) => Task[]): void {
  queries.setQueryData<Task[]>(tasksKey(userId), (tasks) => tasks && change(tasks));
}

/** A task as it will be, shown until the api has given it its number. */
export function draftTask(title: string): Task {
  const now = new Date().toISOString();
  return {
    id: -Date.now(),
    title,
    description: '',
    completed: false,
    priority: 'medium',
    due_date: null,
    due_at: null,
    tags: [],
    created_at: now,
    updated_at: now,
  };
}

export type TaskFilter = 'all' | 'pending' | 'completed';

/** What a filter shows, in order: open tasks by number with drafts last, then what is done, latest first. */
export function visibleTasks(tasks: readonly Task[], filter: TaskFilter): Task[] {
  const number = ({ id }: Task) => (id < 0 ? Number.MAX_SAFE_INTEGER : id);
  const pending = tasks.filter((task) => !task.completed).sort((a, b) => number(a) - number(b));
  const completed = tasks
    .filter((task) => task.completed)
    .sort((a, b) => b.updated_at.localeCompare(a.updated_at) || b.id - a.id);
  if (filter === 'pending') return pending;
  if (filter === 'completed') return completed;
  return [...pending, ...completed];
}
