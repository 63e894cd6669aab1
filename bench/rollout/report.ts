/** @module The result: what it is made of, whether all is well, and how it is told. */
import type { EventAudit } from './audit-events.ts';
import type { BrokenChat, Failure, Ledger } from './ledger.ts';
import type { Pause } from './pauses.ts';
import type { PodStart } from './pods.ts';

/** One roll of both services. */
export interface Roll {
  direction: 'forth' | 'back';
  seconds: number;
  requests: number;
  failures: number;
  pods: PodStart[];
}

export interface Result {
  ok: boolean;
  url: string;
  rolls: Roll[];
  requests: number;
  failures: Failure[];
  chats: { turns: number; resumed: number; broken: BrokenChat[] };
  events: { received: number; reopened: number } & EventAudit;
  writes: number;
  /** What the audit found wrong. */
  wrong: string[];
  longestPause: Pause;
  podStartSeconds: { median: number; longest: number };
}

const SHOWN = 10;

export interface Gathered {
  url: string;
  rolls: Roll[];
  ledger: Ledger;
  received: number;
  audit: { wrong: string[]; events: EventAudit };
  longestPause: Pause;
}

/** Puts the result together. */
export function resultOf({ url, rolls, ledger, received, audit, longestPause }: Gathered): Result {
  const { requests, failures, brokenChats, turns, tasks, resumed, reopened } = ledger;
  const starts = rolls.flatMap(({ pods }) => pods.map(({ seconds }) => seconds)).sort((a, b) => a - b);
  const bad = [failures, brokenChats, audit.wrong, audit.events.lost, audit.events.doubled];
  return {
    ok: bad.every(({ length }) => length === 0),
    url,
    rolls,
    requests,
    failures,
    chats: { turns: turns.length, resumed, broken: brokenChats },
    events: { received, reopened, ...audit.events },
    writes: tasks.length + turns.length,
    wrong: audit.wrong,
    longestPause,
    podStartSeconds: { median: starts[Math.floor(starts.length / 2)] ?? 0, longest: starts.at(-1) ?? 0 },
  };
}

/** One roll in a line. */
export function rollLine(number: number, { direction, seconds, requests, failures, pods }: Roll): string {
  const starts = pods.map((pod) => pod.seconds).join(', ');
  return `roll ${number} (${direction}): ${seconds.toFixed(1)} s, ${requests} requests, ${failures} failed; new pods ready after ${starts} s`;
}

/** The whole result for people. */
export function textOfResult(result: Result): string {
  const { chats, events, longestPause, podStartSeconds: start, rolls } = result;
  const lines = [
    `${rolls.length} rolls of both services`,
    `requests      ${result.requests}, ${result.failures.length} failed`,
    `chats         ${chats.turns} turns, ${chats.broken.length} broken, ${chats.resumed} streams went on by themselves`,
    `events        ${events.received} received, ${events.lost.length} lost, ${events.doubled.length} doubled; streams opened again ${events.reopened} times, slowest event ${events.slowestMilliseconds} ms`,
    `writes        ${result.writes} acknowledged, ${result.wrong.length} not as acknowledged`,
    `longest pause ${Math.round(longestPause.milliseconds)} ms (${longestPause.client})`,
    `pods          ready ${start.median} s after their start (median), ${start.longest} s at most`,
  ];
  const told = [
    ...result.failures.map(({ at, client, request, what }) => `${at} ${client}: ${request}: ${what}`),
    ...chats.broken.map(({ at, client, what }) => `${at} ${client}: broken chat: ${what}`),
    ...events.lost,
    ...events.doubled,
    ...result.wrong,
  ];
  const more = told.length > SHOWN ? [`and ${told.length - SHOWN} more (--json has them all)`] : [];
  const verdict = result.ok ? 'Nothing was lost.' : 'Something was lost:';
  return [...lines, '', verdict, ...told.slice(0, SHOWN), ...more, ''].join('\n');
}
