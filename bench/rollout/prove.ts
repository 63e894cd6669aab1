/**
 * `npm run prove:rollout`: uses the product through its web service while its images roll, and says what was lost.
 *
 * @module
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Stop } from './command.ts';
import { type Options, readOptions, usage } from './options.ts';
import { createPodLog, endingPods } from './pods.ts';
import { openRelease, type Release } from './release.ts';
import { type Result, type Roll, resultOf, rollLine, textOfResult } from './report.ts';
import { makeSecondImages } from './second-images.ts';
import { startTraffic, type Traffic } from './traffic.ts';
import { findWeb } from './web-address.ts';

/** Old pods have this long to end: more than the chart's grace. */
const ENDING_SECONDS = 90;
/** Failures of a roll that are told while the next ones go on; the result has them all. */
const TOLD = 10;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Rolls forth and back under the traffic; ends at the images it began with. */
async function roll(
  release: Release,
  options: Options,
  traffic: Traffic,
  second: Awaited<ReturnType<typeof makeSecondImages>>,
) {
  const { ledger } = traffic;
  const rolls: Roll[] = [];
  const log = createPodLog();
  log.known(await release.pods());
  let home = await release.revision();

  const measure = async (direction: Roll['direction'], work: () => Promise<void>) => {
    const before = { requests: ledger.requests, failures: ledger.failures.length };
    const from = performance.now();
    await work();
    const made = {
      direction,
      seconds: (performance.now() - from) / 1000,
      requests: ledger.requests - before.requests,
      failures: ledger.failures.length - before.failures,
      pods: log.note(await release.pods()),
    };
    rolls.push(made);
    say(rollLine(rolls.length, made));
    // Told at once, since a later roll may end everything.
    for (const { at, client, request, what } of ledger.failures.slice(before.failures).slice(0, TOLD)) {
      say(`  ${at} ${client}: ${request}: ${what}`);
    }
  };

  let away = false;
  try {
    for (let number = 1; number <= options.rolls || away; number++) {
      interrupted.throwIfAborted();
      if (away) {
        await measure('back', () => release.rollback(home));
        home = await release.revision();
        away = false;
      } else {
        away = true;
        await measure('forth', () => release.upgrade(second));
      }
    }
  } catch (error) {
    if (away) {
      say(`${error instanceof Error ? error.message : error}; going back to the images that it began with`);
      await release.rollback(home);
    }
    throw error;
  }
  const until = Date.now() + ENDING_SECONDS * 1000;
  while (endingPods(await release.pods()).length > 0 && Date.now() < until) await delay(1000);
  return rolls;
}

async function prove(options: Options): Promise<Result> {
  const release = openRelease(options.context, options.namespace);
  const images = await release.images();
  await release.revision();
  const web = await findWeb(options.context, options.namespace, options.url);
  try {
    const second = options.secondImages ?? (await makeSecondImages(options.context, images));
    for (const service of ['api', 'web'] as const) {
      const { repository, tag } = images[service];
      if (second[service].repository === repository && second[service].tag === tag) {
        throw new Stop(`${service} runs ${repository}:${tag} already: the second image must be another`);
      }
    }
    say(`using ${web.url} while todo-api and todo-web roll; nothing is to be lost`);
    const traffic = await startTraffic(web.url);
    let rolls: Roll[];
    try {
      await traffic.warm();
      rolls = await roll(release, options, traffic, second);
    } finally {
      await traffic.stop();
    }
    const { ledger, pauses } = traffic;
    const longestPause = pauses.longest();
    return resultOf({
      url: web.url,
      rolls,
      ledger,
      received: traffic.received(),
      audit: await traffic.audit(),
      longestPause,
    });
  } finally {
    web.close();
  }
}

const interruption = new AbortController();
const interrupted = interruption.signal;
process.once('SIGINT', () => interruption.abort(new Stop('interrupted')));
process.once('SIGTERM', () => interruption.abort(new Stop('interrupted')));

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(usage);
  else {
    const result = await prove(options);
    process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : textOfResult(result));
    if (!result.ok) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(`prove:rollout: ${error.message}`);
  process.exitCode = 1;
}
