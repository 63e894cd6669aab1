/** The second wall: queries that forget the user, on every table that has one, and writes under another's name. */
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDirectlyTo } from '../databases.ts';
import { createStage, type Stage } from '../stage.ts';
import { type Column, insertInOrder, sampleRow } from '../tables/sample-rows.ts';
import { tablesWithUsers } from './everything-of.ts';

/** Tables that are read before a user is known: they are out of reach for the role that serves users. */
const ACCOUNTS = ['accounts', 'sessions'];

let stage: Stage;
let sql: postgres.Sql;
let tables: string[];
/** What a row of each table must have. */
const columns = new Map<string, Column[]>();
const [ada, eve] = [crypto.randomUUID(), crypto.randomUUID()];

beforeAll(async () => {
  stage = await createStage();
  sql = connectDirectlyTo(stage.url);
  for (const id of [ada, eve]) await sql`insert into users (id, name, email) values (${id}, 'x', ${id})`;
  tables = (await tablesWithUsers(sql)).filter((table) => !ACCOUNTS.includes(table));
  for (const table of tables) columns.set(table, await columnsOf(table));
  await insertAll(ada);
});
afterAll(() => Promise.all([stage.close(), sql.end()]));

describe('every table with a user', () => {
  it('is behind the wall, which holds for its owner too, or out of reach for those who serve users', async () => {
    const found = await sql<{ name: string; forced: boolean; readable: boolean }[]>`
      select relname as name, relrowsecurity and relforcerowsecurity as forced,
        has_table_privilege('todo_app', oid, 'select, insert, update, delete') as readable
      from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace`;
    expect(
      found
        .filter(({ forced }) => forced)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...tables].sort());
    expect(found.filter(({ readable, forced }) => readable !== forced)).toEqual([]);
    expect(tables.length).toBeGreaterThanOrEqual(11);
  });

  it('shows its rows to their user alone, whatever a query forgets', async () => {
    for (const table of tables) {
      const count = (userId: string) => as(userId, (tx) => tx`select from ${tx(table)}`);
      expect([table, (await count(ada)).length]).toEqual([table, 1]);
      expect([table, (await count(eve)).length]).toEqual([table, 0]);
      expect([table, (await count('')).length]).toEqual([table, 0]);
      // As the tables' owner, outside of any transaction of a user.
      expect([table, (await sql`select from ${sql(table)}`).length]).toEqual([table, 0]);
    }
  });

  it('keeps its rows from changes and deletions that forget the user', async () => {
    for (const table of tables) {
      const changed = await as(eve, (tx) => tx`update ${tx(table)} set user_id = user_id`);
      const stolen = await as(
        eve,
        (tx) => tx`update ${tx(table)} set user_id = ${eve} where user_id = ${ada}`,
      );
      const deleted = await as(eve, (tx) => tx`delete from ${tx(table)}`);
      expect([table, changed.count, stolen.count, deleted.count]).toEqual([table, 0, 0, 0]);
    }
  });

  it("takes no row under another's name, neither new nor handed over", async () => {
    for (const table of tables) {
      const add = as(eve, (tx) => insert(tx, table, ada));
      await expect(add, table).rejects.toMatchObject({ code: '42501' });
    }
    await insertAll(eve);
    for (const table of tables) {
      const handOver = as(eve, (tx) => tx`update ${tx(table)} set user_id = ${ada}`);
      await expect(handOver, table).rejects.toMatchObject({ code: '42501' });
    }
  });
});

it('is open to sweeps over all users, and not for adding', async () => {
  for (const table of tables) {
    const all = await sql.begin(async (tx) => {
      await tx`set local role todo_system`;
      return tx`select from ${tx(table)}`;
    });
    expect([table, all.length > 0]).toEqual([table, true]);
    const add = sql.begin(async (tx) => {
      await tx`set local role todo_system`;
      await insert(tx, table, eve);
    });
    await expect(add, table).rejects.toMatchObject({ code: '42501' });
  }
});

/** A transaction as the service makes them. */
function as<T>(userId: string, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    await tx`select set_config('role', 'todo_app', true), set_config('app.user_id', ${userId}, true)`;
    return work(tx);
  }) as Promise<T>;
}

function insert(tx: postgres.TransactionSql, table: string, userId: string) {
  return tx`insert into ${tx(table)} ${tx(sampleRow(sql, { table, columns: columns.get(table) ?? [], userId }))}`;
}

function insertAll(userId: string): Promise<void> {
  return insertInOrder(tables, (table) => as(userId, (tx) => insert(tx, table, userId)));
}

/** What a table insists on, and no more. */
async function columnsOf(table: string): Promise<Column[]> {
  return sql<Column[]>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_nullable = 'NO' and column_default is null`;
}
