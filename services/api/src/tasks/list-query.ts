/** @module The list of tasks: its query is put together once for each kind of list, then only the values change. */
import { and, asc, desc, eq, fillPlaceholders, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { Query } from '../database/database.ts';
import { tasks } from '../database/schema.ts';
import type { Cursor } from './cursor.ts';
import type { TaskFilter, TaskSort } from './schema.ts';
import { holdsWord, parameterOf, relevance, type Wanted } from './search-query.ts';

/** A task as the driver gives it, and what its place in the list goes by. */
export interface ListRow {
  id: number;
  title: string;
  description: string;
  completed: boolean;
  priority: 'low' | 'medium' | 'high';
  due_date: string | null;
  due_at: string | null;
  tags: string[];
  recurrence: string | null;
  parent_id: number | null;
  created_at: string;
  updated_at: string;
  key: string;
}

/** Kinds of lists whose queries are kept; people use a few dozen. */
const KEPT_QUERIES = 200;
const kept = new Map<string, { sql: string; params: unknown[] }>();
const { placeholder } = sql;

/** One page in the filter's order, and one row more when there are more. */
export function listQuery(
  userId: string,
  filter: TaskFilter,
  sort: TaskSort,
  limit: number,
  words: readonly Wanted[],
  after: Cursor | undefined,
): Query {
  const { status = 'all', priority, tag, parent_id } = filter;
  const parts: Conditions['parts'] =
    parent_id === 'none' ? 'none' : parent_id === undefined ? undefined : 'some';
  const conditions = { status, parts, priority: Boolean(priority), tag: Boolean(tag), words: words.length };
  const kind = JSON.stringify([sort, conditions, Boolean(after)]);
  let query = kept.get(kind);
  if (!query) {
    query = compile(conditions, sort, Boolean(after));
    if (kept.size >= KEPT_QUERIES) kept.clear();
    kept.set(kind, query);
  }
  const values: Record<string, unknown> = {
    userId,
    rows: limit + 1,
    priority,
    tag,
    parent: parent_id,
    key: after?.key,
    id: after?.id,
  };
  for (const [index, wanted] of words.entries()) values[`word${index}`] = parameterOf(wanted);
  return { query: query.sql, parameters: fillPlaceholders(query.params, values) };
}

interface Conditions {
  status: NonNullable<TaskFilter['status']>;
  /** Subtasks of one task, or no subtasks. */
  parts: 'some' | 'none' | undefined;
  priority: boolean;
  tag: boolean;
  words: number;
}

function compile(conditions: Conditions, sort: TaskSort, after: boolean) {
  const descending = sort.startsWith('-') || sort === 'relevance';
  const wanted = Array.from({ length: conditions.words }, (_, index) => placeholder(`word${index}`));
  const { key, type } =
    sort === 'relevance'
      ? { key: relevance(wanted), type: sql`bigint` }
      : (SORTS[sort.replace('-', '')] ?? due(descending));
  const beyond = descending ? sql`<` : sql`>`;
  const direction = descending ? desc : asc;
  const rows = new QueryBuilder()
    .select({
      id: tasks.id,
      title: tasks.title,
      description: tasks.description,
      completed: tasks.completed,
      priority: tasks.priority,
      due_date: tasks.dueDate,
      due_at: tasks.dueAt,
      tags: tasks.tags,
      recurrence: tasks.recurrence,
      parent_id: tasks.parentId,
      created_at: tasks.createdAt,
      updated_at: tasks.updatedAt,
      key: sql<string>`(${key})::text`.as('key'),
    })
    .from(tasks)
    .$dynamic();
  const { sql: text, params } = rows
    .where(
      and(
        eq(tasks.userId, placeholder('userId')),
        ...held(conditions),
        ...wanted.map(holdsWord),
        after
          ? sql`(${key}, ${tasks.id}) ${beyond} (${placeholder('key')}::text::${type}, ${placeholder('id')}::int)`
          : undefined,
      ),
    )
    .orderBy(direction(key), direction(tasks.id))
    .limit(placeholder('rows'))
    .toSQL();
  return { sql: text, params };
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

function held({ status, parts, priority, tag }: Conditions): (SQL | undefined)[] {
  return [
    status === 'trashed' ? isNotNull(tasks.deletedAt) : isNull(tasks.deletedAt),
    status === 'pending' ? sql`not ${tasks.completed}` : undefined,
    status === 'completed' ? sql`${tasks.completed}` : undefined,
    priority ? eq(tasks.priority, placeholder('priority')) : undefined,
    tag ? sql`${placeholder('tag')} = any(${tasks.tags})` : undefined,
    parts === 'none' ? isNull(tasks.parentId) : undefined,
    parts === 'some' ? eq(tasks.parentId, placeholder('parent')) : undefined,
  ];
}
