/** No one reaches what is another's: by routes, and by queries that forget the user. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem, asUser } from '../src/database/database.ts';
import { createStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ada: Person;
let eve: Person;

beforeAll(async () => {
  stage = await createStage();
  [ada, eve] = await Promise.all([stage.person(), stage.person()]);
  await ada.add('Secret of Ada');
  await ada.request('/api/{me}/chat', { method: 'POST', body: { message: 'Add a task to buy milk' } });
});
afterAll(() => stage.close());

describe('every route of a user', () => {
  const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const routes = () => {
    const found = stage.app.routes
      .filter(({ path, method }) => path.includes(':user_id') && METHODS.includes(method))
      .map(({ path, method }) => `${method} ${path}`);
    return [...new Set(found)];
  };
  const call = (route: string, owner: string, headers: Record<string, string>) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(':user_id', owner).replaceAll(/:\w+/g, '1');
    const body = ['POST', 'PUT', 'PATCH'].includes(method) ? { body: { title: 'x', message: 'x' } } : {};
    return stage.request(path, { method, headers, ...body });
  };

  it('is known to this test', () => {
    expect(routes().length).toBeGreaterThanOrEqual(15);
  });

  it('is refused to others (403) and to nobody in particular (401)', async () => {
    for (const route of routes()) {
      const asEve = await call(route, ada.id, { authorization: `Bearer ${eve.token}` });
      expect([route, asEve.status, asEve.body.status]).toEqual([route, 403, 403]);
      const asNobody = await call(route, ada.id, {});
      expect([route, asNobody.status, asNobody.body.status]).toEqual([route, 401, 401]);
    }
    expect((await ada.request('/api/{me}/tasks/1')).body.title).toBe('Secret of Ada');
  });

  it("shows only one's own under the same numbers", async () => {
    const found = (await eve.request('/api/{me}/tasks?status=all')).body;
    expect(found).toEqual([]);
    expect((await eve.request('/api/{me}/tasks/1')).status).toBe(404);
    expect((await eve.request('/api/{me}/tasks/1/restore', { method: 'POST' })).status).toBe(404);
    expect((await eve.request('/api/{me}/conversations/1')).status).toBe(404);
  });
});

describe('row-level security', () => {
  const TABLES = [
    'counters',
    'tasks',
    'conversations',
    'messages',
    'turns',
    'turn_chunks',
    'idempotency_keys',
    'events',
  ];

  it('is enabled and forced on every table with a user, and accounts are out of the role’s reach', async () => {
    const rows = await stage.database.sql`
      select relname as name, relrowsecurity and relforcerowsecurity as forced,
        has_table_privilege('todo_app', oid, 'select') as readable
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
    const forced = rows.filter((row) => row.forced).map((row) => row.name);
    expect(forced.sort()).toEqual([...TABLES].sort());
    expect(rows.filter((row) => row.readable !== row.forced)).toEqual([]);
  });

  it('shows nothing to a query that forgets the user', async () => {
    for (const table of TABLES) {
      const asOwner = await stage.database.sql`select * from ${stage.database.sql(table)}`;
      expect(asOwner, table).toHaveLength(0);
      const asEve = await asUser(stage.database, eve.id, (tx) =>
        tx.execute(sql.raw(`select * from ${table}`)),
      );
      expect(asEve, table).toHaveLength(0);
    }
    const asAda = await asUser(stage.database, ada.id, (tx) => tx.execute(sql`select * from tasks`));
    expect(asAda.length).toBeGreaterThan(0);
  });

  it('lets nobody write for another', async () => {
    const write = asUser(stage.database, eve.id, (tx) =>
      tx.execute(sql`insert into tasks (user_id, id, title) values (${ada.id}, 99, 'x')`),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
    const update = await asUser(stage.database, eve.id, (tx) =>
      tx.execute(sql`update tasks set title = 'x'`),
    );
    expect(update.count).toBe(0);
  });

  it('ends with the transaction', async () => {
    await asUser(stage.database, ada.id, (tx) => tx.execute(sql`select 1`));
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const [row] = await stage.database
          .sql`select current_setting('app.user_id', true) as id, current_user as role`;
        expect(row?.id ?? '').toBe('');
        expect(row?.role).toBe('todo');
      }),
    );
  });

  it('is open to sweeps over all users, and to them alone', async () => {
    const all = await asSystem(stage.database, (tx) => tx.execute(sql`select * from tasks`));
    expect(all.length).toBeGreaterThan(0);
    const add = asSystem(stage.database, (tx) =>
      tx.execute(sql`insert into tasks (user_id, id, title) values (${ada.id}, 99, 'x')`),
    );
    await expect(add).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
