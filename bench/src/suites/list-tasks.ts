import autocannon from 'autocannon';
import postgres from 'postgres';
import { paced } from '../people/paced.ts';
import { type Person, post, signUp } from '../people/person.ts';
import { processorSeconds } from '../programs/process-usage.ts';
import { type Program, root, start, startApi } from '../programs/program.ts';
import { type Figure, repeated } from '../report/figure.ts';
import { percentile } from '../report/statistics.ts';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 10;
/** Below this the run fails: what every request costs has grown. A busy machine takes a third of the figure. */
const LEAST_RATIO = 0.45;

/** Listing 20 of 100 tasks: requests per second, against bare baselines on the same database in the same run. */
export async function listTasks(databaseUrl: string): Promise<Figure[]> {
  const api = await startApi(databaseUrl);
  const bare = await start(`${root}bench/src/baselines/bare-hono.ts`, { DATABASE_URL: databaseUrl });
  const guarded = await start(`${root}bench/src/baselines/bare-guarded.ts`, { DATABASE_URL: databaseUrl });
  const programs = [api, guarded, bare];
  try {
    const person = await signUp(api.url);
    for (let index = 1; index <= 100; index++) {
      await post(person, `${api.url}/api/${person.id}/tasks`, { title: `Task ${index}` });
    }
    await copyWithoutSecurity(databaseUrl, person);
    await compareAnswers(programs, person);
    const rates = new Map<Program, number[]>(programs.map((program) => [program, []]));
    const costs = new Map<Program, number[]>(programs.map((program) => [program, []]));
    for (const program of programs) await load(program, person, 2); // warm
    for (let round = 0; round < ROUNDS; round++) {
      for (const [program, rate] of rates) {
        const from = await processorSeconds(program);
        const { requests } = await load(program, person, SECONDS);
        rate.push(requests.average);
        costs.get(program)?.push(((await processorSeconds(program)) - from) / requests.total);
      }
    }
    // Each round's on its own: what disturbs one disturbs all that is compared in it.
    const ratioTo = (baseline: Program) =>
      repeated((rates.get(api) ?? []).map((rate, round) => rate / (rates.get(baseline)?.[round] ?? 0)));
    const steady = await atTwoHundred(api, person);
    const rate = (name: string, program: Program) => ({
      name,
      ...repeated(rates.get(program) ?? []),
      unit: 'requests/s',
    });
    const cost = (name: string, program: Program) => ({
      name: `processor time of a request in Node: ${name}`,
      ...repeated((costs.get(program) ?? []).map((seconds) => seconds * 1000)),
      unit: 'ms',
    });
    return [
      rate('list 20 of 100 tasks, api', api),
      rate('bare Hono + postgres.js, in the same transaction with row-level security', guarded),
      rate('bare Hono + postgres.js, one query on a table that nothing guards', bare),
      {
        name: 'ratio to the one with the same guarantees',
        ...ratioTo(guarded),
        unit: '',
        goal: 'at least 0.7',
        least: LEAST_RATIO,
      },
      { name: 'ratio to the one without', ...ratioTo(bare), unit: '' },
      cost('api', api),
      cost('the same guarantees', guarded),
      cost('none', bare),
      ...steady,
    ];
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
  }
}

/** The person's tasks, with the same primary key, in a table whose rows nothing guards. */
async function copyWithoutSecurity(databaseUrl: string, { id }: Person): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    await sql`create table bare_tasks (like tasks including all)`;
    await sql.begin(async (transaction) => {
      await transaction`select set_config('app.user_id', ${id}, true)`;
      await transaction`insert into bare_tasks select * from tasks where user_id = ${id}`;
    });
    await sql`analyze tasks, bare_tasks`;
  } finally {
    await sql.end();
  }
}

/** A baseline that answers something else measures nothing. */
async function compareAnswers(programs: readonly Program[], person: Person): Promise<void> {
  const answers = await Promise.all(
    programs.map(async ({ url }) => (await fetch(listOf(url, person), { headers: person.headers })).text()),
  );
  if (new Set(answers).size !== 1 || JSON.parse(answers[0] ?? '').length !== 20) {
    throw new Error(`the api and the baselines answer differently: ${answers.join(' and ')}`);
  }
}

const listOf = (url: string, person: Person) => `${url}/api/${person.id}/tasks?limit=20`;

/** Evenly 200 requests a second: lists alone, then with single tasks and changes among them. */
async function atTwoHundred(api: Program, person: Person): Promise<Figure[]> {
  const pace = { rate: 200, seconds: 5 };
  const { headers } = person;
  const list = () => fetch(listOf(api.url, person), { headers });
  const one = (index: number, init: RequestInit) =>
    fetch(`${api.url}/api/${person.id}/tasks/${1 + (index % 100)}`, { headers, ...init });
  const mixed = (index: number) => {
    if (index % 10 < 6) return list();
    if (index % 10 < 8) return one(index, {});
    return one(index, {
      method: 'PATCH',
      body: JSON.stringify({ priority: index % 20 < 10 ? 'low' : 'high' }),
    });
  };
  const p95s = async (send: (index: number) => Promise<Response>) => {
    const each: number[] = [];
    for (let round = 0; round < ROUNDS; round++) each.push(percentile(await paced(pace, send), 0.95));
    return repeated(each);
  };
  await paced({ rate: 200, seconds: 1 }, mixed); // warm
  return [
    { name: 'p95 at 200 requests/s: lists', ...(await p95s(list)), unit: 'ms', goal: 'below 25' },
    {
      name: 'p95 at 200 requests/s: 6 lists, 2 single tasks and 2 changes of 10',
      ...(await p95s(mixed)),
      unit: 'ms',
      goal: 'below 25',
    },
  ];
}

async function load(program: Program, person: Person, duration: number) {
  const result = await autocannon({
    url: listOf(program.url, person),
    headers: person.headers,
    connections: CONNECTIONS,
    duration,
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return result;
}
