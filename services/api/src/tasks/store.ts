/** @module Tasks in Postgres: every query carries the user. */
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../database/schema.ts';
import type { Task } from './schema.ts';

/** A task as it is stored: what it shows, and what is only known inside. */
export type TaskRow = Omit<typeof tasks.$inferSelect, 'userId'>;
/** What a change may set. */
export type TaskFields = Partial<Omit<TaskRow, 'id' | 'createdAt' | 'updatedAt'>>;

/** One that is to be stored: a new one gets the present moment for what it does not say. */
export type TaskWrite = TaskFields & { id: number; title: string; createdAt?: Date; updatedAt?: Date };

/** Rows of one statement: putting it together must not hold everything else up. */
const ROWS_AT_ONCE = 100;

const { userId: _userId, ...columns } = getTableColumns(tasks);
const { id: _id, createdAt: _createdAt, ...changing } = columns;
const REPLACED = Object.fromEntries(
  Object.entries(changing).map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
);

/** The tasks that are there, in the trash or not; no other transaction changes them until this one ends. */
export async function lockTasks(tx: Transaction, userId: string, ids: readonly number[]): Promise<TaskRow[]> {
  return await tx
    .select(columns)
    .from(tasks)
    .where(and(eq(tasks.userId, userId), inArray(tasks.id, [...ids])))
    .orderBy(asc(tasks.id))
    .for('update');
}

/** The subtasks of these tasks, in the trash or not, locked likewise. */
export async function lockSubtasks(
  tx: Transaction,
  userId: string,
  parents: readonly number[],
): Promise<TaskRow[]> {
  return await tx
    .select(columns)
    .from(tasks)
    .where(and(eq(tasks.userId, userId), inArray(tasks.parentId, [...parents])))
    .orderBy(asc(tasks.id))
    .for('update');
}

/** A task that is not in the trash. */
export async function findTask(tx: Transaction, userId: string, id: number): Promise<TaskRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(tasks)
    .where(and(eq(tasks.userId, userId), eq(tasks.id, id), isNull(tasks.deletedAt)));
  return row;
}

/** Tasks as they shall be: new ones are added, the others replaced. Answers them as they are now, in that order. */
export async function writeTasks(
  tx: Transaction,
  userId: string,
  rows: readonly TaskWrite[],
): Promise<TaskRow[]> {
  const written = new Map<number, TaskRow>();
  // A statement must find the parents of its tasks: they are among its own, or were written before.
  const parentsFirst = rows.toSorted((a, b) => Number(Boolean(a.parentId)) - Number(Boolean(b.parentId)));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const values = parentsFirst.slice(start, start + ROWS_AT_ONCE).map((row) => ({ ...row, userId }));
    const stored = await tx
      .insert(tasks)
      .values(values)
      .onConflictDoUpdate({ target: [tasks.userId, tasks.id], set: REPLACED })
      .returning(columns);
    for (const row of stored) written.set(row.id, row);
  }
  return rows.map(({ id }) => {
    const row = written.get(id);
    if (!row) throw new Error('a task was not written');
    return row;
  });
}

/** A task as it leaves this service. */
export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    completed: row.completed,
    priority: row.priority,
    due_date: row.dueDate,
    due_at: row.dueAt?.toISOString() ?? null,
    tags: row.tags,
    recurrence: row.recurrence,
    parent_id: row.parentId,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
