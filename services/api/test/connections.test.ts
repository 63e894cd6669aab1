/** Queries that share connections stay apart from one another, whatever becomes of the connection. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askIn, asUser, openDatabase, readAsUser } from '../src/database/database.ts';
import { isDatabaseAway } from '../src/database/errors.ts';
import { connectDirectlyTo } from './databases.ts';
import { createStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let people: Person[];

beforeAll(async () => {
  stage = await createStage();
  people = await Promise.all(Array.from({ length: 5 }, () => stage.person()));
  for (const person of people) await person.add(`of ${person.id}`);
});
afterAll(() => stage.close());

/** Nothing but row-level security holds these apart. */
const titles = { query: 'select title from tasks', parameters: [] };

it('shows each of many at once their own rows', async () => {
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const { id } = people[index % people.length] as Person;
      expect(await readAsUser(stage.database, id, titles)).toEqual([{ title: `of ${id}` }]);
    }),
  );
});

it('gives own rows or says that the database is away, while connections are cut', async () => {
  const database = openDatabase(stage.url, { poolSize: 3 });
  const admin = connectDirectlyTo(stage.url);
  const ends = { rows: 0, away: 0 };
  for (let round = 0; round < 15; round++) {
    const reads = Array.from({ length: 40 }, async (_, index) => {
      const { id } = people[index % people.length] as Person;
      try {
        const rows =
          index % 2
            ? await readAsUser(database, id, titles)
            : await asUser(database, id, async (tx) => {
                const [first, second] = await Promise.all([
                  tx.execute(titles.query),
                  tx.execute(titles.query),
                ]);
                expect(first.rows).toEqual(second.rows);
                return (await tx.execute(titles.query)).rows;
              });
        expect(rows).toEqual([{ title: `of ${id}` }]);
        ends.rows++;
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        ends.away++;
      }
    });
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'todo-api' and datname = current_database()`;
    await Promise.all(reads);
  }
  await Promise.all([database.close(), admin.end()]);
  expect(ends.rows).toBeGreaterThan(0);
  expect(ends.away).toBeGreaterThan(0);
});

it('refuses to write where it reads, and fails alone', async () => {
  const { id } = people[0] as Person;
  const read = (query: string, ...parameters: unknown[]) =>
    readAsUser(stage.database, id, { query, parameters });
  await Promise.all([
    expect(read('delete from tasks')).rejects.toMatchObject({ code: '25006' }),
    expect(read('select $1::int', 'x')).rejects.toMatchObject({ code: '22P02' }),
    expect(read(titles.query)).resolves.toEqual([{ title: `of ${id}` }]),
  ]);
});

it('commits no transaction in which a failure was passed over', async () => {
  const { id } = people[0] as Person;
  const work = asUser(stage.database, id, async (tx) => {
    await tx.execute('select no_such_column from tasks').catch(() => {});
  });
  await expect(work).rejects.toThrow('a query had failed');
});

it('says what went wrong, though of two queries sent together the second one is heard of first', async () => {
  const { id } = people[0] as Person;
  const work = asUser(stage.database, id, (tx) =>
    Promise.all([
      askIn(tx, { query: 'select 1 / 0', parameters: [] }).finally(() => nextTurn()),
      askIn(tx, titles),
    ]),
  );
  await expect(work).rejects.toMatchObject({ code: '22012' });
});

it('runs nothing after a transaction is over', async () => {
  const { id } = people[0] as Person;
  const late = Promise.withResolvers<unknown>();
  await asUser(stage.database, id, async (tx) => {
    setImmediate(() => late.resolve(tx.execute('select 1').then(undefined, (error: unknown) => error)));
  });
  expect(await late.promise).toMatchObject({ cause: { message: 'the transaction is over' } });
});

it('listens on the server itself where its address is given', async () => {
  const { pathname } = new URL(stage.url);
  const directUrl = Object.assign(new URL(inject('directUrl')), { pathname }).href;
  const database = openDatabase('postgres://todo:todo@127.0.0.1:1/nothing-listens-there', { directUrl });
  const heard = Promise.withResolvers<string>();
  await database.listen('a channel of this test', heard.resolve);
  const admin = connectDirectlyTo(stage.url);
  await admin`select pg_notify('a channel of this test', 'news')`;
  expect(await heard.promise).toBe('news');
  await Promise.all([database.close(), admin.end()]);
});
