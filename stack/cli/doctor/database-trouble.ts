/**
 * What keeps api from its database, by the words of whoever said so: api itself, Node, or Postgres.
 *
 * @module
 */
import type { Mending } from '../mending/mending.ts';
import type { Fault } from './faults.ts';

/** What keeps it, and how it is recognised. */
interface Trouble extends Pick<DatabaseTrouble, 'fault' | 'why'> {
  says: RegExp;
  next: (address: string) => string;
}

/** What it is, why, and what mends it. */
export interface DatabaseTrouble {
  fault: Fault;
  why: string;
  next: string;
}

/** Gives the pods another address of the database. */
export function setAddress(mending: Mending): string {
  return mending.setSecret('databaseUrl', 'DATABASE_URL');
}

/** From the most certain to the least. */
const troubles: Trouble[] = [
  {
    fault: 'database-password',
    says: /DATABASE_(?:DIRECT_)?URL must (?:have the right user|name a user)|password authentication failed|\b(28P01|28000)\b/,
    why: 'the database refuses its user or password',
    next: (address) => `give the address with the right ones: ${address}`,
  },
  {
    fault: 'database-unknown',
    says: /DATABASE_(?:DIRECT_)?URL must name an existing database|database ".*" does not exist|\b3D000\b/,
    why: 'there is no database of the name in its address',
    next: (address) => `make that database, or give the address of another one: ${address}`,
  },
  {
    fault: 'database-rights',
    says: /DATABASE_(?:DIRECT_)?URL's user must be allowed|permission denied|\b42501\b/,
    why: 'its user may not make tables and roles there',
    next: (address) =>
      `grant it that (alter role … createrole; grant create on database …), or give the address of the owner: ${address}`,
  },
  {
    fault: 'database-full',
    says: /\b53300\b|too many (clients|connections)|remaining connection slots/i,
    why: 'the database takes no more connections',
    next: (address) => `use its pooled address (Neon: the host with -pooler), or run fewer pods: ${address}`,
  },
  {
    fault: 'database-not-ready',
    says: /\b57P03\b|endpoint (is disabled|has been disabled|could not be found)|compute time|couldn't connect to compute|database system is (starting up|shutting down|in recovery)|not yet accepting connections/i,
    why: 'the database is there, but does not serve',
    next: () =>
      'wait a minute; if it stays so, look at the database server itself, or at the console of Neon (docs/runbook.md#neon)',
  },
  {
    fault: 'database-host-unknown',
    says: /ENOTFOUND|EAI_AGAIN|getaddrinfo|ENODATA/,
    why: 'the name of its host is not found',
    next: (address) => `mend the host in the address: ${address}`,
  },
  {
    fault: 'database-refused',
    says: /ECONNREFUSED/,
    why: 'nothing listens at its address',
    next: (address) => `start the database, or mend host and port in the address: ${address}`,
  },
  {
    fault: 'database-tls',
    says: /endpoint ID is not specified|self[- ]signed|unable to (verify|get local issuer)|certificate|does not support SSL|SSL connection|ERR_TLS|sslmode|insecure/i,
    why: 'no encrypted connection comes about',
    next: (address) =>
      `mend sslmode in the address (require encrypts, verify-full also asks whose certificate it is): ${address}`,
  },
  {
    fault: 'database-timeout',
    says: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|timeout expired|connection timeout|timed out/i,
    why: 'nobody answers at its address',
    next: () =>
      'see what stands between: a NetworkPolicy, a firewall, a proxy, or a database that sleeps (docs/runbook.md#neon)',
  },
];

/** Finds out which trouble a text speaks of. */
export function databaseTroubleIn(text: string, mending: Mending): DatabaseTrouble | undefined {
  const found = troubles.find(({ says }) => says.test(text));
  if (!found) return undefined;
  const { fault, why, next } = found;
  // It is said by name which of the two addresses is the wrong one.
  const isDirect = /\bDATABASE_DIRECT_URL\b/.test(text);
  const address = isDirect
    ? mending.setSecret('databaseDirectUrl', 'DATABASE_DIRECT_URL')
    : setAddress(mending);
  return { fault, why, next: next(address) };
}
