/** @module Pages of a user's tasks. */
import { type Database, readAsUser } from '../database/database.ts';
import { invalidInput } from '../http/problem.ts';
import { type Cursor, decodeCursor } from './cursor.ts';
import { type ListRow, listQuery } from './list-query.ts';
import type { Task, TaskFilter, TaskSort } from './schema.ts';
import type { Wanted } from './search-query.ts';
import { spelledAlmostSo } from './spelling.ts';

/** One page in the filter's order, and the place after it. */
export async function listTasks(
  database: Database,
  userId: string,
  filter: TaskFilter,
  sort: TaskSort,
  limit: number,
): Promise<{ tasks: Task[]; next?: Cursor }> {
  const after = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor, sort);
  const asTyped = (filter.q ?? '').split(/\s+/).filter(Boolean);
  if (sort === 'relevance' && asTyped.length === 0) {
    throw invalidInput([{ path: 'sort', message: 'relevance needs q' }]);
  }
  // A page that follows goes by the words that the first one was found by.
  let words: readonly Wanted[] | undefined = after?.words ?? asTyped.map((word) => [word]);
  const read = (wanted: readonly Wanted[]) =>
    readAsUser<ListRow>(database, userId, listQuery(userId, filter, sort, limit, wanted, after));
  let rows = await read(words);
  let corrected = after?.words;
  if (rows.length === 0 && !after && asTyped.length > 0) {
    words = await spelledAlmostSo(database, userId, asTyped);
    if (words) {
      rows = await read(words);
      corrected = words;
    }
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    tasks: page.map(toTask),
    ...(rows.length > limit && last
      ? { next: { key: last.key, id: last.id, ...(corrected ? { words: corrected } : {}) } }
      : {}),
  };
}

/** The length of such a moment with three digits of its second's parts. */
const MILLISECONDS_GIVEN = '2030-01-31 18:00:00.123+00'.length;

function toTask(row: ListRow): Task {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    completed: row.completed,
    priority: row.priority,
    due_date: row.due_date,
    due_at: row.due_at && toMoment(row.due_at),
    tags: row.tags,
    recurrence: row.recurrence,
    parent_id: row.parent_id,
    created_at: toMoment(row.created_at),
    updated_at: toMoment(row.updated_at),
  };
}

/** The same moment as `new Date(text).toISOString()`, for a part of its time: a list holds many. */
function toMoment(text: string): string {
  // As Postgres writes a moment of these years when its time zone is UTC: `2030-01-31 18:00:00.123456+00`.
  if (!text.endsWith('+00') || text[10] !== ' ' || text[4] !== '-') return new Date(text).toISOString();
  const day = text.slice(0, 10);
  if (text.length >= MILLISECONDS_GIVEN) return `${day}T${text.slice(11, 23)}Z`;
  return `${day}T${text.slice(11, -3).padEnd(9, '.').padEnd(12, '0')}Z`;
}
