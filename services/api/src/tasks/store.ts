/** @module Tasks in Postgres: every query carries the user. */
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../database/schema.ts';
import { type Cursor, decodeCursor } from './cursor.ts';
import type { Task, TaskFilter, TaskSort } from './schema.ts';

type Row = typeof tasks.$inferSelect;
/** What a change may set. */
export type TaskFields = Partial<Omit<typeof tasks.$inferInsert, 'userId' | 'id' | 'createdAt'>>;

export interface StoredTask {
  task: Task;
  trashed: boolean;
}

/** The columns that order a list, each with the type its cursor is read back as. */
const SORTS: Record<string, { key: SQL; type: SQL }> = {
  id: { key: sql`${tasks.id}`, type: sql`int` },
  created_at: { key: sql`${tasks.createdAt}`, type: sql`timestamptz` },
  updated_at: { key: sql`${tasks.updatedAt}`, type: sql`timestamptz` },
  title: { key: sql`lower(${tasks.title})`, type: sql`text` },
  priority: {
    key: sql`case ${tasks.priority} when 'low' then 1 when 'medium' then 2 else 3 end`,
    type: sql`int`,
  },
};

/** A day is due when it ends. Tasks without a due date come last in both directions. */
function due(descending: boolean): { key: SQL; type: SQL } {
  const none = descending ? sql`'-infinity'` : sql`'infinity'`;
  const moment = sql`coalesce(${tasks.dueAt}, (${tasks.dueDate} + 1)::timestamp at time zone 'UTC', ${none}::timestamptz)`;
  return { key: moment, type: sql`timestamptz` };
}

/** One page in the filter's order, and the place after it. */
export async function listTasks(
  tx: Transaction,
  userId: string,
  filter: TaskFilter,
  sort: TaskSort,
  limit: number,
): Promise<{ tasks: Task[]; next?: Cursor }> {
  const descending = sort.startsWith('-');
  const name = sort.replace('-', '');
  const { key, type } = SORTS[name] ?? due(descending);
  const after = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor, sort);
  const beyond = descending ? sql`<` : sql`>`;
  const direction = descending ? desc : asc;
  const rows = await tx
    .select({ row: tasks, key: sql<string>`(${key})::text` })
    .from(tasks)
    .where(
      and(
        eq(tasks.userId, userId),
        ...conditions(filter),
        after && sql`(${key}, ${tasks.id}) ${beyond} (${after.key}::text::${type}, ${after.id}::int)`,
      ),
    )
    .orderBy(direction(key), direction(tasks.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    tasks: page.map(({ row }) => toTask(row)),
    ...(rows.length > limit && last ? { next: { key: last.key, id: last.row.id } } : {}),
  };
}

function conditions({ status = 'all', q, priority, tag }: TaskFilter): (SQL | undefined)[] {
  return [
    status === 'trashed' ? isNotNull(tasks.deletedAt) : isNull(tasks.deletedAt),
    status === 'pending' ? eq(tasks.completed, false) : undefined,
    status === 'completed' ? eq(tasks.completed, true) : undefined,
    priority && eq(tasks.priority, priority),
    tag ? sql`${tag} = any(${tasks.tags})` : undefined,
    ...(q ?? '').split(/\s+/).filter(Boolean).map(holdsWord),
  ];
}

function holdsWord(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    sql`${tasks.title} ilike ${pattern}`,
    sql`${tasks.description} ilike ${pattern}`,
    sql`array_to_string(${tasks.tags}, ' ') ilike ${pattern}`,
  );
}

/** The task, in the trash or not; with `lock`, no other transaction changes it until this one ends. */
export async function findTask(
  tx: Transaction,
  userId: string,
  id: number,
  { lock = false } = {},
): Promise<StoredTask | undefined> {
  const query = tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.userId, userId), eq(tasks.id, id)));
  const [row] = await (lock ? query.for('update') : query);
  return row && { task: toTask(row), trashed: row.deletedAt !== null };
}

/** Adds a task under a number that was given out for it. */
export async function insertTask(
  tx: Transaction,
  userId: string,
  id: number,
  fields: TaskFields & { title: string },
): Promise<Task> {
  const [row] = await tx
    .insert(tasks)
    .values({ ...fields, userId, id })
    .returning();
  return toTask(present(row));
}

/** Sets the fields of a task that is there. */
export async function updateTask(
  tx: Transaction,
  userId: string,
  id: number,
  fields: TaskFields,
): Promise<Task> {
  const [row] = await tx
    .update(tasks)
    .set({ ...fields, updatedAt: sql`now()` })
    .where(and(eq(tasks.userId, userId), eq(tasks.id, id)))
    .returning();
  return toTask(present(row));
}

function present(row: Row | undefined): Row {
  if (!row) throw new Error('a task that was locked is gone');
  return row;
}

function toTask(row: Row): Task {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    completed: row.completed,
    priority: row.priority,
    due_date: row.dueDate,
    due_at: row.dueAt?.toISOString() ?? null,
    tags: row.tags,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
