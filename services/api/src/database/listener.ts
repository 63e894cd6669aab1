/** @module LISTEN: one connection of its own, made anew whenever it is lost. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions } from './connection.ts';

/** The longest wait between attempts: a database that comes back is noticed within a second. */
const LONGEST_WAIT_MILLISECONDS = 1_000;
/** For a connection that has gone silent: who stops is not to wait for it. */
const UNLISTEN_MILLISECONDS = 2_000;

interface Channel {
  onNotify: (payload: string) => void;
  onConnect?: (() => void) | undefined;
}

export interface Listener {
  /** Rejects when the first connection cannot be made; what comes after heals by itself. Resolves to the way to stop. */
  listen(
    channel: string,
    onNotify: (payload: string) => void,
    onConnect?: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

interface Connected {
  client: pg.Client;
  ended: Promise<void>;
}

/** Nothing is connected before the first `listen`. */
export function openListener(url: string): Listener {
  const { settings } = connectionOptions(url, { direct: true });
  const channels = new Map<string, Channel>();
  const closing = new AbortController();
  let current: Promise<Connected> | undefined;
  /** The connection that hears now; none while it is made anew. */
  let hearing: pg.Client | undefined;

  async function connect(): Promise<Connected> {
    const client = new pg.Client(settings);
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => {});
    client.on('notification', ({ channel, payload = '' }) => channels.get(channel)?.onNotify(payload));
    try {
      await client.connect();
      for (const [name, channel] of channels) await hear(client, name, channel);
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    hearing = client;
    return { client, ended };
  }

  async function connectAgain(): Promise<Connected> {
    for (let attempt = 0; ; attempt++) {
      const wait = Math.min(20 * 2 ** attempt, LONGEST_WAIT_MILLISECONDS);
      await delay(wait, undefined, { signal: closing.signal });
      try {
        return await connect();
      } catch {
        // The next attempt is as good.
      }
    }
  }

  async function keep({ ended }: Connected): Promise<void> {
    await ended;
    hearing = undefined;
    if (closing.signal.aborted) return;
    current = connectAgain();
    current.then(keep, () => {});
  }

  return {
    async listen(name, onNotify, onConnect) {
      const channel = { onNotify, onConnect };
      channels.set(name, channel);
      if (current) {
        await hear((await current).client, name, channel);
      } else {
        current = connect();
        current.then(keep, () => {
          current = undefined;
        });
        await current;
      }
      return async () => {
        channels.delete(name);
        // The driver knows the limit of one query, its types only that of all.
        const query: pg.QueryConfig & Pick<pg.ClientConfig, 'query_timeout'> = {
          text: `unlisten ${pg.escapeIdentifier(name)}`,
          query_timeout: UNLISTEN_MILLISECONDS,
        };
        await hearing?.query(query);
      };
    },
    async close() {
      closing.abort();
      const connected = await current?.catch(() => undefined);
      await connected?.client.end();
    },
  };
}

async function hear(client: pg.Client, name: string, channel: Channel): Promise<void> {
  await client.query(`listen ${pg.escapeIdentifier(name)}`);
  channel.onConnect?.();
}
