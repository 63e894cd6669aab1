/** @module better-auth answers every failure of the database alike, and logs none: this notices what it was. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { accounts, sessions, users, verifications } from '../database/account-tables.ts';
import type { Database, Transaction } from '../database/database.ts';

const watching = new AsyncLocalStorage<{ failure?: unknown }>();

/** Runs `work`; `failure` is the first error of the database meanwhile, if there was one. */
export async function watchDatabase<T>(work: () => Promise<T>): Promise<{ result: T; failure: unknown }> {
  const seen: { failure?: unknown } = {};
  const result = await watching.run(seen, work).catch((error: unknown) => {
    throw seen.failure ?? error;
  });
  return { result, failure: seen.failure };
}

type Adapter = ReturnType<ReturnType<typeof drizzleAdapter>>;
type Query = Parameters<Adapter['findOne']>[0];
type Work = (adapter: Adapter) => Promise<unknown>;

/** better-auth's tables in our database. What it does in one transaction is one, and one at a time holds a connection. */
export function watchedAdapter(database: Database): ReturnType<typeof drizzleAdapter> {
  let last: Promise<unknown> = Promise.resolve();
  const transaction = (work: (tx: Transaction) => Promise<unknown>) => {
    const begin = () => database.begin({ query: 'select 1', parameters: [] }, work);
    // A password is hashed meanwhile: many at once would leave no connection to anybody else.
    const result = last.then(begin, begin);
    last = result.catch(() => {});
    return result;
  };
  const orm = new Proxy(database.orm, {
    get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)),
  });
  const adapter = drizzleAdapter(orm, {
    provider: 'pg',
    schema: { user: users, session: sessions, account: accounts, verification: verifications },
    transaction: true,
  });
  return (options) => watched(adapter(options));
}

function watched(plain: Adapter): Adapter {
  const adapter = { ...plain };
  const noticing = <Arguments extends unknown[], T>(method: (...given: Arguments) => Promise<T>) => {
    return async (...given: Arguments): Promise<T> => {
      try {
        return await method(...given);
      } catch (error) {
        const seen = watching.getStore();
        if (seen) seen.failure ??= error;
        throw error;
      }
    };
  };
  const { transaction } = adapter;
  return Object.assign(plain, {
    create: noticing(adapter.create),
    findOne: noticing((query: Query) => findJoined(adapter, query)),
    findMany: noticing(adapter.findMany),
    count: noticing(adapter.count),
    update: noticing(adapter.update),
    updateMany: noticing(adapter.updateMany),
    delete: noticing(adapter.delete),
    deleteMany: noticing(adapter.deleteMany),
    ...(transaction
      ? { transaction: noticing((work: Work) => transaction((inner) => work(watched(inner as Adapter)))) }
      : {}),
  });
}

/**
 * better-auth's own way to a second table prints what fails, with the values of the query. This one also asks for the
 * password of an account that is not there: whoever has none takes as long.
 */
async function findJoined(adapter: Adapter, { join, ...query }: Query): ReturnType<Adapter['findOne']> {
  const row = await adapter.findOne<{ id: string; userId?: string }>(query);
  const find = (model: string, field: string, value: string) => ({ model, where: [{ field, value }] });
  if (join?.account) {
    const held = await adapter.findMany(find('account', 'userId', row?.id ?? ''));
    return row && { ...row, account: held };
  }
  if (join?.user) {
    const user = await adapter.findOne(find('user', 'id', row?.userId ?? ''));
    return row && { ...row, user };
  }
  return row;
}
