/** @module A program that uses the product over HTTP connections of its own, and notes what becomes of each request. */
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import type { Ledger } from './ledger.ts';
import type { PauseClock, Pauses } from './pauses.ts';
import type { Person } from './person.ts';

const PATIENCE_MILLISECONDS = 30_000;
/** After a failure, so that a product that is away is not counted in thousands. */
const BREATH_MILLISECONDS = 250;

export interface Client {
  name: string;
  person: Person;
  clock: PauseClock;
  ledger: Ledger;
  /**
   * One request, with the whole answer, which must have this status; a path below `/api/{user_id}` or from the root.
   * Undefined when it failed, which is noted. Nothing is tried twice.
   */
  ask(status: number, method: string, path: string, body?: unknown): Promise<unknown>;
  /** One request whose answer is read by the caller. Throws when there is no answer or no good one, which is noted. */
  open(path: string, init: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** An answer that is an error. */
export class BadAnswer extends Error {
  readonly status: number;

  constructor(status: number, text: string) {
    super(`${status} ${text.slice(0, 300)}`);
    this.status = status;
  }

  /** The product is away: nothing is wrong with what was asked, and the page tries again by itself. */
  get isAway(): boolean {
    return [502, 503, 504].includes(this.status);
  }
}

interface ClientOptions {
  /** Keeps its connection open between requests, as browsers do; else each request has a new one. */
  keepAlive: boolean;
}

/** Makes clients of one product. */
export function clientFactory(url: string, ledger: Ledger, pauses: Pauses) {
  return (name: string, person: Person, { keepAlive }: ClientOptions): Client => {
    const dispatcher = new Agent(keepAlive ? { connections: 1 } : { pipelining: 0 });
    const clock = pauses.clock(name);

    const send = async (path: string, init: RequestInit): Promise<Response> => {
      ledger.requests += 1;
      const below = path.startsWith('//') ? path.slice(1) : `/api/${person.id}${path}`;
      return fetch(url + below, {
        ...init,
        dispatcher,
        headers: { authorization: await person.authorization(), cookie: person.cookie, ...init.headers },
      });
    };

    return {
      name,
      person,
      clock,
      ledger,
      async ask(status, method, path, body) {
        clock.want();
        const headers: Record<string, string> =
          body === undefined ? {} : { 'content-type': 'application/json' };
        try {
          const answer = await send(path, {
            method,
            headers,
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
          });
          const text = await answer.text();
          if (answer.status !== status) throw new BadAnswer(answer.status, text);
          clock.finish();
          return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
        } catch (error) {
          ledger.fail(name, `${method} ${path}`, wordsOf(error));
          await delay(BREATH_MILLISECONDS);
          return undefined;
        }
      },
      async open(path, init) {
        try {
          const answer = await send(path, init);
          if (!answer.ok) throw new BadAnswer(answer.status, await answer.text());
          return answer;
        } catch (error) {
          if (!init.signal?.aborted) ledger.fail(name, `${init.method ?? 'GET'} ${path}`, wordsOf(error));
          throw error;
        }
      },
      close: () => dispatcher.close(),
    };
  };
}

/** What went wrong, with the reason below it, where the name of the network's error is. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
  return cause instanceof Error ? `${error.message}:${code} ${cause.message}` : error.message;
}

/** Waits, but no longer than until the end of the traffic. */
export async function think(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => {});
}
