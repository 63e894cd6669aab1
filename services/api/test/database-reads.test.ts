/** Rows that are read without Drizzle: the same when a session describes them for the first time and ever after. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, readAsUser } from '../src/database/database.ts';
import { createStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ada: Person;

beforeAll(async () => {
  stage = await createStage();
  ada = await stage.person();
});
afterAll(() => stage.close());

const columns = {
  query: `select null::text as nothing, $1::int as number, true as yes, '{}'::text[] as none, array['a,b', '"', null] as some,
    timestamptz '2030-01-31 18:00:00.5+00' as moment, date '2030-01-31' as day, '{"a": [1]}'::jsonb as tree`,
  row: {
    nothing: null,
    yes: true,
    none: [],
    some: ['a,b', '"', null],
    moment: '2030-01-31 18:00:00.5+00',
    day: '2030-01-31',
    tree: { a: [1] },
  },
};

it('has every kind of column as it was written, each time', async () => {
  const database = openDatabase(stage.url, { poolSize: 1 });
  try {
    for (const number of [1, 2, 3, 4]) {
      const rows = await readAsUser(database, ada.id, { query: columns.query, parameters: [number] });
      expect(rows).toEqual([{ ...columns.row, number }]);
    }
  } finally {
    await database.close();
  }
});

it('is refused with what is wrong, and goes on with the next on the same connection', async () => {
  const database = openDatabase(stage.url, { poolSize: 1 });
  const share = (of: number) =>
    readAsUser(database, ada.id, { query: 'select 6 / $1::int as share', parameters: [of] });
  try {
    for (let round = 0; round < 3; round++) {
      await expect(share(0)).rejects.toThrow('division by zero');
      expect(await share(2)).toEqual([{ share: 3 }]);
    }
    // Nothing of one caller's settings is left for the next.
    const [left] = await database.pool.query('select current_user as role').then(({ rows }) => rows);
    expect(left?.role).toBe(new URL(stage.url).username);
  } finally {
    await database.close();
  }
});

it.each([
  ['2030-01-31 18:00:00+00', '2030-01-31T18:00:00.000Z'],
  ['2030-01-31 18:00:00.5+00', '2030-01-31T18:00:00.500Z'],
  ['2030-01-31 18:00:00.0123+00', '2030-01-31T18:00:00.012Z'],
  ['2030-01-31 18:00:00.123456+00', '2030-01-31T18:00:00.123Z'],
])('lists a task of %s with the moment %s', async (written, told) => {
  const person = await stage.person();
  await person.add('Timed');
  await stage.sql.begin(async (sql) => {
    await sql`select set_config('app.user_id', ${person.id}, true)`;
    await sql`update tasks set created_at = ${written}::text::timestamptz`;
  });
  const { body } = await person.request('/api/{me}/tasks');
  expect(body[0].created_at).toBe(told);
  expect((await person.request('/api/{me}/tasks/1')).body.created_at).toBe(told);
});

it.each([
  ['', 'limit=1&cursor='],
  ['limit=1', 'limit=1&cursor='],
  ['limit=1&status=all&sort=-title', 'limit=1&status=all&sort=-title&cursor='],
  ['limit=1&tag=a%26b', 'limit=1&tag=a%26b&cursor='],
  ['limit=1&q=two+words', 'limit=1&q=two+words&cursor='],
  ['limit=1&tag=<b>"', 'limit=1&tag=%3Cb%3E%22&cursor='],
])('asks for the next page of ?%s as for the first', async (asked, next) => {
  const person = await stage.person();
  for (const title of ['two words', 'words, two']) await person.add(title, { tags: ['a&b', '<b>"'] });
  const query = asked || 'limit=1';
  const { headers } = await person.request(`/api/{me}/tasks?${query}`);
  const link = /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? '';
  expect(link.startsWith(`/api/${person.id}/tasks?${next}`), link).toBe(true);
  expect((await person.request(link)).body).toHaveLength(1);
});
