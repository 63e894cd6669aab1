/**
 * Looks over a rolling update while it runs. A release that fails goes back by itself and takes its pods, their events
 * and logs with it, so the evidence is kept as it appears.
 *
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { diagnose, type Evidence, isReady, type Pod } from './diagnose.ts';
import type { Shell } from './shell.ts';

/** A watch over the pods of the namespace. */
export interface RollWatch {
  /** Looks once. */
  look(): Promise<void>;
  /** Ends the watch, and says what is known of pods that never became ready. */
  end(): Promise<string[]>;
}

const everySeconds = 2;

/** Starts to watch; pods that run already are not looked at, since they are not part of the roll. */
export async function watchRoll(shell: Shell, context: string): Promise<RollWatch> {
  const kubectl = (...args: string[]) =>
    shell.run('kubectl', ['--context', context, '--namespace', 'todo-chatbot', ...args], {
      timeoutSeconds: 10,
    });
  const seen = new Map<string, Evidence>();
  const before = new Set((await pods()).map((pod) => pod.metadata.name));

  async function pods(): Promise<Pod[]> {
    return parse<{ items: Pod[] }>((await kubectl('get', 'pods', '--output=json')).stdout)?.items ?? [];
  }

  async function look(): Promise<void> {
    for (const pod of await pods()) {
      const { name } = pod.metadata;
      if (before.has(name)) continue;
      if (isReady(pod)) seen.delete(name);
      else seen.set(name, await gather(pod, seen.get(name)));
    }
  }

  async function gather(pod: Pod, last: Evidence | undefined): Promise<Evidence> {
    const { name } = pod.metadata;
    const status = pod.status.containerStatuses?.[0];
    const restarts = status?.restartCount ?? 0;
    const previous = restarts > 0 && !status?.state?.terminated ? ['--previous'] : [];
    const log = status ? lines((await kubectl('logs', name, '--tail=15', ...previous)).stdout) : [];
    const events = await kubectl(
      'get',
      'events',
      '--output=json',
      `--field-selector=involvedObject.name=${name},type=Warning`,
    );
    const warnings =
      parse<{ items: { message?: string }[] }>(events.stdout)?.items.map((event) => event.message ?? '') ??
      [];
    return {
      pod,
      // A container between two restarts has no log to read: what it said before is the evidence.
      log: log.length > 0 ? log : (last?.log ?? []),
      warnings: warnings.length > 0 ? warnings : (last?.warnings ?? []),
    };
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
    async end() {
      ended.abort();
      await watching;
      return [...seen.values()].flatMap(inWords);
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

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function parse<T>(json: string): T | undefined {
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined;
  }
}
