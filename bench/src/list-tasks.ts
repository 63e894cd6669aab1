import autocannon from 'autocannon';
import { type Person, post, signUp } from './person.ts';
import { type Program, root, start, startApi } from './programs.ts';
import type { Figure } from './run.ts';
import { median } from './statistics.ts';

const rounds = 3;
const seconds = 4;
const connections = 10;

/** Listing 20 of 100 tasks: requests per second, against the bare baseline on the same database in the same run. */
export async function listTasks(databaseUrl: string): Promise<Figure[]> {
  const api = await startApi(databaseUrl);
  const bare = await start(`${root}bench/src/baselines/bare-hono.ts`, { DATABASE_URL: databaseUrl });
  try {
    const person = await signUp(api.url);
    for (let index = 1; index <= 100; index++) {
      await post(person, `${api.url}/api/${person.id}/tasks`, { title: `Task ${index}` });
    }
    const ours: autocannon.Result[] = [];
    const theirs: autocannon.Result[] = [];
    await load(api, person, 2); // both warm
    await load(bare, person, 2);
    for (let round = 0; round < rounds; round++) {
      ours.push(await load(api, person, seconds));
      theirs.push(await load(bare, person, seconds));
    }
    const rate = (results: autocannon.Result[]) => median(results.map((result) => result.requests.average));
    const paced = await load(api, person, seconds, 200);
    return [
      { name: 'list 20 of 100 tasks, bare Hono + postgres.js', value: rate(theirs), unit: 'requests/s' },
      { name: 'list 20 of 100 tasks, api', value: rate(ours), unit: 'requests/s' },
      { name: 'ratio', value: rate(ours) / rate(theirs), unit: '', goal: 'at least 0.7' },
      { name: 'p97.5 at 200 requests/s', value: paced.latency.p97_5, unit: 'ms', goal: 'p95 below 25' },
    ];
  } finally {
    await Promise.all([api.stop(), bare.stop()]);
  }
}

async function load(program: Program, person: Person, duration: number, rate?: number) {
  const result = await autocannon({
    url: `${program.url}/api/${person.id}/tasks?limit=20`,
    headers: person.headers,
    connections,
    duration,
    ...(rate ? { overallRate: rate } : {}),
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return result;
}
