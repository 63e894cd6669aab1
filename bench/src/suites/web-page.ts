/** @module The page at the root as web answers it, signed out and signed in, against a plain Next page in the same run. */
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { type Person, signUp } from '../people/person.ts';
import { startPlainPage } from '../programs/plain-page.ts';
import { processorSeconds, residentMegabytes } from '../programs/process-usage.ts';
import { type Program, startApi, startWeb } from '../programs/program.ts';
import { type Figure, type Options, repeated } from '../report/figure.ts';
import { median } from '../report/statistics.ts';

const ROUNDS = 3;
const CONNECTIONS = 10;
const LENGTH = { all: { seconds: 5, requests: 100 }, sample: { seconds: 1, requests: 10 } };
/** Below this the run fails: a signed-out page asks nobody, so that what is lost is lost in rendering. */
const LEAST_RATIO = 0.15;
const MOST_KILOBYTES = 180;

/** Somebody who asks a program for its page. */
interface Visit {
  name: string;
  program: Program;
  headers: Record<string, string>;
}

interface Round {
  /** Milliseconds to the first byte, one after the other. */
  first: number;
  rate: number;
  /** Milliseconds. */
  cost: number;
}

/** A web of its own for those signed in and those who are not, so that memory is told apart. */
export async function webPage(databaseUrl: string, { sample }: Options): Promise<Figure[]> {
  const length = sample ? LENGTH.sample : LENGTH.all;
  const programs: Program[] = [];
  const running = async (started: Promise<Program>) => {
    const program = await started;
    programs.push(program);
    return program;
  };
  try {
    const plain = await running(startPlainPage());
    const api = await running(startApi(databaseUrl));
    const person = await signUp(api.url);
    const signedOut = { name: 'signed out', program: await running(startWeb(api.url)), headers: {} };
    const signedIn = {
      name: 'signed in',
      program: await running(startWeb(api.url)),
      headers: { cookie: person.cookie },
    };
    const baseline = { name: 'a plain Next page', program: plain, headers: {} };
    const visits: Visit[] = [signedOut, signedIn, baseline];
    await refuseOtherPages(visits, person);

    const measured = new Map<Visit, Round[]>(visits.map((visit) => [visit, []]));
    for (const visit of visits) await round(visit, length); // warm
    for (let count = 0; count < (sample ? 1 : ROUNDS); count++) {
      for (const [visit, rounds] of measured) rounds.push(await round(visit, length));
    }
    const of = (visit: Visit, what: keyof Round) => (measured.get(visit) ?? []).map((round) => round[what]);
    const ratio = (visit: Visit) =>
      repeated(of(visit, 'rate').map((rate, index) => rate / (of(baseline, 'rate')[index] ?? 0)));
    const each = (what: string, unit: string, key: keyof Round) =>
      visits.map((visit) => ({ name: `${what}: ${visit.name}`, ...repeated(of(visit, key)), unit }));
    const memory = await Promise.all(visits.map(({ program }) => residentMegabytes(program)));
    const scripts = await Promise.all(visits.map(scriptsOf));
    return [
      ...visits.map(({ name }, index) => ({
        name: `scripts that the page names, compressed: ${name}`,
        value: scripts[index] ?? Number.NaN,
        unit: 'kB',
        ...(index < 2 ? { goal: `at most ${MOST_KILOBYTES}`, most: MOST_KILOBYTES } : {}),
      })),
      ...each('to the first byte, one after the other', 'ms', 'first'),
      ...each('pages a second', '', 'rate'),
      { name: 'ratio to the plain page: signed out', ...ratio(signedOut), unit: '', least: LEAST_RATIO },
      {
        name: 'ratio to the plain page: signed in, who is looked for in the database',
        ...ratio(signedIn),
        unit: '',
      },
      ...each('processor time of a page in Next', 'ms', 'cost'),
      ...visits.map(({ name }, index) => ({
        name: `memory after all of it: ${name}`,
        value: memory[index] ?? Number.NaN,
        unit: 'MB',
      })),
    ];
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
  }
}

/** A page that is not what it is taken for measures nothing. */
async function refuseOtherPages(visits: readonly Visit[], person: Person): Promise<void> {
  for (const visit of visits) {
    const text = await (await get(visit)).text();
    if (text.includes(person.id) !== (visit.name === 'signed in'))
      throw new Error(`this is not ${visit.name}: ${text}`);
  }
}

async function round(
  visit: Visit,
  { seconds, requests }: { seconds: number; requests: number },
): Promise<Round> {
  const times: number[] = [];
  for (let request = 0; request < requests; request++) {
    const from = performance.now();
    const answer = await get(visit);
    times.push(performance.now() - from);
    await answer.arrayBuffer();
  }
  const used = await processorSeconds(visit.program);
  const result = await autocannon({
    url: visit.program.url,
    headers: visit.headers,
    connections: CONNECTIONS,
    duration: seconds,
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} pages failed`);
  const cost = (((await processorSeconds(visit.program)) - used) * 1000) / result.requests.total;
  return { first: median(times), rate: result.requests.average, cost };
}

/** Thousand bytes; what scripts ask for later is watched with a browser (e2e/journeys/first-load.spec.ts). */
async function scriptsOf(visit: Visit): Promise<number> {
  const page = await (await get(visit)).text();
  // Those for browsers without modules are fetched by nobody.
  const named = [...page.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const paths = new Set(named.map(([, path]) => path ?? ''));
  if (paths.size === 0) throw new Error(`${visit.name} names no scripts`);
  const sizes = [...paths].map(async (path) => {
    const answer = await fetch(new URL(path.replaceAll('&amp;', '&'), visit.program.url));
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return gzipSync(await answer.arrayBuffer()).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

async function get({ program, headers }: Visit): Promise<Response> {
  const answer = await fetch(program.url, { headers });
  if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
  return answer;
}
