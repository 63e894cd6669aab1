/** Processes of every earlier version go on with their own queries after the newest migration. */
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDirectlyTo, copyDatabase } from '../databases.ts';
import { insertInOrder, sampleRow } from '../tables/sample-rows.ts';
import { snapshots, type Table } from './files.ts';

let sql: postgres.Sql;
/** Tables that the service uses as the role that serves users. */
let served: Set<string>;

beforeAll(async () => {
  sql = connectDirectlyTo(await copyDatabase());
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege('todo_app', oid, 'insert')`;
  served = new Set(rows.map(({ name }) => name));
});
afterAll(() => sql.end());

describe.each(snapshots().slice(0, -1))('the version that ends with $migration', ({ tables }) => {
  const userId = crypto.randomUUID();
  const byName = new Map(tables.map((table) => [table.name, table]));

  it('adds rows with the columns that it knows', async () => {
    const required = ({ columns }: Table) =>
      columns.filter((column) => column.notNull && column.default === undefined);
    await insertInOrder([...byName.keys()], (name) => {
      const table = byName.get(name);
      const columns = table ? required(table) : [];
      const row = {
        ...sampleRow(sql, { table: name, columns, userId }),
        ...(name === 'users' ? { id: userId } : {}),
      };
      return as(name, userId, (tx) => tx`insert into ${tx(name)} ${tx(row)}`);
    });
  });

  it.each(tables)('adds to, reads, changes and deletes from $name', async ({ name, columns, keys }) => {
    const names = columns.map((column) => column.name);
    await as(name, userId, async (tx) => {
      const [row, ...others] = await tx`select ${tx(names)} from ${tx(name)}`.then((found) =>
        found.filter((one) => !('user_id' in one) || one.user_id === userId),
      );
      expect(row, name).toBeDefined();
      if (served.has(name)) expect(others).toEqual([]);
      for (const key of keys) {
        const again = tx`insert into ${tx(name)} (${tx(names)}) select ${tx(names)} from ${tx(name)}
          on conflict (${tx(key)}) do update set ${tx(key[0] ?? '')} = excluded.${tx(key[0] ?? '')}`;
        expect((await again).count, key.join()).toBeGreaterThan(0);
      }
      for (const column of names) await tx`update ${tx(name)} set ${tx(column)} = ${tx(column)}`;
      await tx`savepoint whole`;
      expect((await tx`delete from ${tx(name)}`).count).toBeGreaterThan(0);
      await tx`rollback to savepoint whole`;
    });
  });
});

/** A transaction as the service makes them for that table. */
function as<T>(table: string, userId: string, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    if (served.has(table)) {
      await tx`select set_config('role', 'todo_app', true), set_config('app.user_id', ${userId}, true)`;
    }
    return work(tx);
  }) as Promise<T>;
}
