/** @module What the database holds beside what it was acknowledged to hold. */
import postgres from 'postgres';
import type { Told, Writer } from './writer.ts';

/** A sentence for every task that is missing, doubled or other than was told. */
export async function flawsOf(databaseUrl: string, writers: readonly Writer[]): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const flaws: string[] = [];
    for (const [index, { person, told, wrong }] of writers.entries()) {
      const rows = await sql.begin(async (transaction) => {
        await transaction`select set_config('app.user_id', ${person.id}, true)`;
        return transaction<(Told & { id: number })[]>`
          select id, title, completed, deleted_at is not null as trashed from tasks where user_id = ${person.id}`;
      });
      flaws.push(...[...compared(told, rows), ...wrong].map((flaw) => `person ${index + 1}: ${flaw}`));
    }
    return flaws;
  } finally {
    await sql.end();
  }
}

/** What differs between tasks as they were told and as they are. */
export function compared(
  told: ReadonlyMap<number, Told>,
  rows: readonly (Told & { id: number })[],
): string[] {
  const flaws: string[] = [];
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const [id, task] of told) {
    const row = stored.get(id);
    if (!row) flaws.push(`task ${id} is lost`);
    else if (row.title !== task.title || row.completed !== task.completed || row.trashed !== task.trashed)
      flaws.push(`task ${id} is ${JSON.stringify(row)} and was told to be ${JSON.stringify(task)}`);
  }
  for (const { id, title } of rows) if (!told.has(id)) flaws.push(`task ${id}, ${title}, was never told of`);
  return flaws;
}
