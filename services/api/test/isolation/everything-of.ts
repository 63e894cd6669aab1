/** @module All that is kept of one user, in whatever table. */
import type postgres from 'postgres';

/** Every table whose rows belong to a user: from the catalogue, so that none can be forgotten. */
export async function tablesWithUsers(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and relnamespace = 'public'::regnamespace and attname = 'user_id' and not attisdropped
    order by relname`;
  return rows.map(({ name }) => name);
}

/** Table by table, each row as JSON. */
export async function everythingOf(sql: postgres.Sql, userId: string): Promise<Record<string, string[]>> {
  const tables = await tablesWithUsers(sql);
  return sql.begin(async (tx) => {
    await tx`select set_config('app.user_id', ${userId}, true)`;
    const found: Record<string, string[]> = {};
    for (const table of tables) {
      const rows =
        await tx`select to_jsonb(t)::text as row from ${tx(table)} t where user_id = ${userId} order by 1`;
      found[table] = rows.map(({ row }) => row);
    }
    const own = await tx`select to_jsonb(u)::text as row from users u where id = ${userId}`;
    return { ...found, users: own.map(({ row }) => row) };
  }) as Promise<Record<string, string[]>>;
}
