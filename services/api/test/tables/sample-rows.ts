/** @module Rows that tables accept, made from what is known of their columns: new tables and columns come by themselves. */
import type postgres from 'postgres';

export interface Column {
  name: string;
  /** As Postgres spells it. */
  type: string;
}

/** What a row must hold where neither a default nor the column's type says it. */
const SAMPLES: Record<string, Record<string, unknown>> = {
  access_tokens: { scopes: ['read'] },
  turns: { status: 'running' },
};

/** A row with these columns. Words are the user's id, so that rows of different users differ wherever they must. */
export function sampleRow(
  sql: postgres.Sql,
  { table, columns, userId }: { table: string; columns: Column[]; userId: string },
): Record<string, unknown> {
  const plainValue = (type: string): unknown => {
    if (/\[\]$|^ARRAY$/.test(type)) return [];
    if (/^(integer|bigint|numeric|real|double)/.test(type)) return 1;
    if (type === 'boolean') return false;
    if (/^jsonb?$/.test(type)) return sql.json({});
    if (/^(timestamp|date)/.test(type)) return '2099-01-01';
    return userId;
  };
  return Object.fromEntries(
    columns.map(({ name, type }) => [name, SAMPLES[table]?.[name] ?? plainValue(type)]),
  );
}

/** Parents before children: whatever refers to a row that is not there yet waits for the next round. */
export async function insertInOrder(
  tables: string[],
  insert: (table: string) => Promise<unknown>,
): Promise<void> {
  let left = tables;
  while (left.length > 0) {
    const waiting: string[] = [];
    for (const table of left) {
      try {
        await insert(table);
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        if (code !== '23503') throw new Error(`a row of ${table}: ${message}`, { cause: error });
        waiting.push(table);
      }
    }
    if (waiting.length === left.length) throw new Error(`${waiting} refer to rows that nobody has`);
    left = waiting;
  }
}
