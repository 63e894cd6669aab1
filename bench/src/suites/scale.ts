/**
 * What a person's requests cost while the table of tasks grows to a million, and to somebody who has 20,000 of them.
 * Processor time of the api and of its sessions in Postgres: a busy machine changes little of it.
 *
 * @module
 */
import postgres from 'postgres';
import { type Person, signUp } from '../people/person.ts';
import { processorSeconds } from '../programs/process-usage.ts';
import { type Program, startApi } from '../programs/program.ts';
import { type Figure, type Measured, type Plot, repeated } from '../report/figure.ts';
import { median } from '../report/statistics.ts';

const OWN_TASKS = 100;
const MANY_OWN_TASKS = 20_000;
/** Tasks in the table, the person's own among them. */
const SIZES = [100, 10_000, 1_000_000];
const ROUNDS = 3;
/** What repeats on a busy machine differ by, too. */
const MOST_GROWTH = 1.5;
const MOST_MILLISECONDS_OF_A_SEARCH = 300;

interface Request {
  name: string;
  /** Of one round. */
  times: number;
  send(api: Program, person: Person): Promise<Response>;
}

const path = (api: Program, person: Person) => `${api.url}/api/${person.id}/tasks`;
const read = (query: string) => (api: Program, person: Person) =>
  fetch(`${path(api, person)}?${query}`, { headers: person.headers });

const requests: readonly Request[] = [
  { name: 'list 20', times: 80, send: read('limit=20') },
  { name: 'search', times: 60, send: read('q=invoice+77&limit=20&sort=relevance') },
  { name: 'search with a typing error', times: 15, send: read('q=invioce+77&limit=20') },
  {
    name: 'create',
    times: 25,
    send: (api, person) =>
      fetch(path(api, person), {
        method: 'POST',
        headers: person.headers,
        body: JSON.stringify({ title: 'One more', tags: ['made while measured'] }),
      }),
  },
];

/** The same requests while the table grows, then those of a person who has very many tasks. */
export async function scale(databaseUrl: string): Promise<Measured> {
  const api = await startApi(databaseUrl);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const person = await signUp(api.url);
    await addTasks(sql, [person.id], OWN_TASKS);
    const atSizes: Map<string, Cost>[] = [];
    for (const [index, size] of SIZES.entries()) {
      const before = SIZES[index - 1];
      if (before !== undefined) await addPeople(sql, before / OWN_TASKS, size / OWN_TASKS);
      await measure(api, sql, person); // warm
      atSizes.push(await measure(api, sql, person));
    }
    const busy = await signUp(api.url);
    await addTasks(sql, [busy.id], MANY_OWN_TASKS);
    await measure(api, sql, busy); // warm
    const busiest = await measure(api, sql, busy);
    const figures = requests.flatMap(({ name }) => [
      ...growthOf(
        name,
        atSizes.map((costs) => costOf(costs, name)),
      ),
      {
        name: `${name}, of ${MANY_OWN_TASKS.toLocaleString('en')} own tasks, median`,
        value: costOf(busiest, name).elapsed,
        unit: 'ms',
        ...(name === 'search' ? { goal: 'below 100', most: MOST_MILLISECONDS_OF_A_SEARCH } : {}),
      },
    ]);
    return { figures, plots: [plotOf(atSizes)] };
  } finally {
    await sql.end();
    await api.stop();
  }
}

function costOf(costs: ReadonlyMap<string, Cost>, name: string): Cost {
  const cost = costs.get(name);
  if (!cost) throw new Error(`${name} was not measured`);
  return cost;
}

function growthOf(name: string, costs: readonly Cost[]): Figure[] {
  const [few, many] = [costs[0]?.processor ?? Number.NaN, costs.at(-1)?.processor ?? Number.NaN];
  const million = SIZES.at(-1)?.toLocaleString('en');
  return [
    { name: `${name}, with ${SIZES[0]} tasks in the table, processor time`, value: few, unit: 'ms' },
    { name: `${name}, with ${million}, processor time`, value: many, unit: 'ms' },
    { name: `${name}: growth`, value: many / few, unit: '', goal: 'flat', most: MOST_GROWTH },
  ];
}

function plotOf(atSizes: readonly ReadonlyMap<string, Cost>[]): Plot {
  return {
    name: 'scale',
    title: `What a request costs a person with ${OWN_TASKS} tasks`,
    x: { label: 'tasks in the table', logarithmic: true },
    y: { label: 'processor time of Node and Postgres, ms' },
    series: requests.map(({ name }) => ({
      name,
      points: SIZES.flatMap((x, index) => {
        const cost = atSizes[index]?.get(name);
        return cost ? [{ x, y: cost.processor, spread: cost.spread }] : [];
      }),
    })),
  };
}

interface Cost {
  /** Milliseconds of a request, in Node and in Postgres together. */
  processor: number;
  spread: readonly [number, number];
  /** Milliseconds until the answer was there. */
  elapsed: number;
}

async function measure(api: Program, sql: postgres.Sql, person: Person): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const { name, times, send } of requests) {
    const processor: number[] = [];
    const elapsed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = await spent(api, sql);
      for (let count = 0; count < times; count++) {
        const from = performance.now();
        const answer = await send(api, person);
        if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
        await answer.arrayBuffer();
        elapsed.push(performance.now() - from);
      }
      processor.push((since(before, await spent(api, sql)) * 1000) / times);
    }
    const { value, spread } = repeated(processor);
    costs.set(name, { processor: value, spread, elapsed: median(elapsed) });
  }
  return costs;
}

/** Seconds of processor time of the api and of each of the sessions that it holds. */
async function spent(api: Program, sql: postgres.Sql): Promise<Map<number, number>> {
  const sessions = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = 'todo-api' and datname = current_database()`;
  const processes = [{ pid: api.pid }, ...sessions];
  return new Map(
    await Promise.all(processes.map(async ({ pid }) => [pid, await processorSeconds({ pid })] as const)),
  );
}

/** What those that are there now have spent since; sessions come, and go when they are idle. */
function since(before: ReadonlyMap<number, number>, now: ReadonlyMap<number, number>): number {
  return [...now].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
}

/** People with as many tasks as the one who is measured, numbered from the first on. */
async function addPeople(sql: postgres.Sql, from: number, to: number): Promise<void> {
  const people = Array.from({ length: to - from }, (_, index) => `somebody-${from + index}`);
  await sql`insert into users (id, name, email) select id, id, id || '@example.test' from unnest(${people}::text[]) id`;
  await addTasks(sql, people, OWN_TASKS);
}

/** Straight into the tables, as their owner whom no policy binds for the moment: the api would take an hour. */
async function addTasks(sql: postgres.Sql, people: readonly string[], each: number): Promise<void> {
  const ids = [...people];
  await sql`alter table tasks no force row level security`;
  await sql`alter table counters no force row level security`;
  await sql`
    insert into tasks (user_id, id, title, description, tags)
    select person, number, 'Task ' || number || ': ask about invoice ' || number * 7,
      'The receipt of ' || md5(number::text) || ' belongs to it', array['errand', 'work']
    from unnest(${ids}::text[]) as person, generate_series(1, ${each}::int) as number`;
  await sql`
    insert into counters (user_id, tasks) select person, ${each}::int from unnest(${ids}::text[]) as person
    on conflict (user_id) do update set tasks = excluded.tasks`;
  await sql`alter table tasks force row level security`;
  await sql`alter table counters force row level security`;
  await sql`analyze tasks`;
}
