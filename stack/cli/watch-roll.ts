/**
 * Looks over a rolling update while it runs. A release that fails goes back by itself and takes its pods, their events
 * and logs with it, so the evidence is kept as it appears, and what is wrong is known long before Helm gives up.
 *
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { namespaceName, releaseName } from '../src/names.ts';
import { diagnose, type Evidence, isHopeless, isReady, type Pod } from './diagnose.ts';
import { lastLines } from './pod-log.ts';
import type { Shell } from './shell.ts';
import { readJson } from './target.ts';
import { watchRefusals } from './watch-refusals.ts';

/** A watch over the pods of the namespace. */
export interface RollWatch {
  /** Looks once. */
  look(): Promise<void>;
  /** What keeps a new pod from being ready, when one is not for a while; else empty. */
  sentence(): string;
  /** Aborted once a pod cannot become ready, however long it is given. */
  hopeless: AbortSignal;
  /** Ends the watch, and says what is known of pods that never became ready. */
  end(): Promise<string[]>;
}

const everySeconds = 2;
/** Pods are ready in about five seconds; before that there is nothing to say. */
const patienceSeconds = 15;

interface Warning {
  message?: string;
  reason?: string;
  involvedObject?: { kind?: string; name?: string };
}

interface Suspect {
  evidence: Evidence;
  /** Since when it is seen, and since when its likely cause is the same. */
  since: number;
  sameSince: number;
}

/**
 * Starts to watch; pods that run already are not looked at, since they are not part of the roll.
 *
 * @param clock for tests, in milliseconds
 */
export async function watchRoll(shell: Shell, context: string, clock = Date.now): Promise<RollWatch> {
  const kubectl = (...args: string[]) =>
    shell.run('kubectl', ['--context', context, '--namespace', namespaceName, ...args], {
      timeoutSeconds: 10,
    });
  const seen = new Map<string, Suspect>();
  const said = new Set<string>();
  const givenUp = new AbortController();
  const refusals = await watchRefusals(kubectl, clock);
  const before = new Set((await pods()).map((pod) => pod.metadata.name));

  async function pods(): Promise<Pod[]> {
    const answer = await kubectl(
      'get',
      'pods',
      `--selector=app.kubernetes.io/instance=${releaseName}`,
      '--output=json',
    );
    return readJson<{ items: Pod[] }>(answer.stdout)?.items ?? [];
  }

  async function look(): Promise<void> {
    // What failed is kept while the release goes back, which the same refusal may hold up.
    if (!givenUp.signal.aborted) await refusals.look();
    if (refusals.isHopeless()) givenUp.abort();
    await lookAtPods();
    speak();
  }

  async function lookAtPods(): Promise<void> {
    const fresh = (await pods()).filter(
      ({ metadata }) => !before.has(metadata.name) && !metadata.deletionTimestamp,
    );
    const unready = fresh.filter((pod) => !isReady(pod));
    for (const pod of fresh) if (isReady(pod)) seen.delete(pod.metadata.name);
    if (unready.length === 0) return;
    const answer = await kubectl('get', 'events', '--field-selector=type=Warning', '--output=json');
    const warnings = readJson<{ items: Warning[] }>(answer.stdout)?.items ?? [];
    for (const pod of unready) await remember(pod, warnings);
  }

  async function remember(pod: Pod, warnings: Warning[]): Promise<void> {
    const { name } = pod.metadata;
    const last = seen.get(name);
    const evidence = await gather(pod, warnings, last?.evidence);
    const isSame = last && diagnose(last.evidence).cause === diagnose(evidence).cause;
    const now = clock();
    const suspect = { evidence, since: last?.since ?? now, sameSince: isSame ? last.sameSince : now };
    seen.set(name, suspect);
    if (isHopeless(evidence, (now - suspect.sameSince) / 1000)) givenUp.abort();
  }

  async function gather(pod: Pod, all: Warning[], last: Evidence | undefined): Promise<Evidence> {
    const { name } = pod.metadata;
    const log = await lastLines(pod, kubectl);
    const warnings = all
      .filter(({ involvedObject }) => involvedObject?.name === name)
      .map(({ message }) => message ?? '');
    return {
      pod,
      // A container between two restarts has no log to read: what it said before is the evidence.
      log: log.length > 0 ? log : (last?.log ?? []),
      warnings: warnings.length > 0 ? warnings : (last?.warnings ?? []),
    };
  }

  const isSlow = ({ since }: { since: number }) => clock() - since >= patienceSeconds * 1000;

  function sentence(): string {
    const refusal = refusals.inWords().find(isSlow);
    if (refusal) return refusal.sentence;
    const slow = [...seen.values()].find(isSlow);
    if (!slow) return '';
    return `${slow.evidence.pod.metadata.name} is not ready yet: ${diagnose(slow.evidence).sentence}`;
  }

  /** Where nothing can be redrawn, each piece of news is a line of its own. */
  function speak(): void {
    const news = sentence();
    if (news === '' || said.has(news) || shell.screen.live) return;
    said.add(news);
    shell.say(`    ${news}`);
  }

  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await look();
      await wait(everySeconds * 1000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })();

  return {
    look,
    sentence,
    hopeless: givenUp.signal,
    async end() {
      ended.abort();
      await watching;
      const refused = refusals.inWords();
      return [
        ...refused.flatMap(({ sentence, next }) => [`${sentence}.`, `  Next: ${next}.`]),
        ...[...seen.values()].flatMap(({ evidence }) => inWords(evidence)),
      ];
    },
  };
}

function inWords(evidence: Evidence): string[] {
  const { sentence, next } = diagnose(evidence);
  return [
    `${evidence.pod.metadata.name}: ${sentence}.`,
    `  Next: ${next}.`,
    ...evidence.log.slice(-8).map((line) => `  | ${line}`),
  ];
}
