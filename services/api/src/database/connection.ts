/** @module How a DATABASE_URL becomes a connection: pooled or direct, with what the driver can take. */
import type { PoolConfig } from 'pg';

/** Settings of other programs that Postgres itself refuses as unknown. */
const FOREIGN_PARAMETERS = ['channel_binding', 'gssencmode', 'pgbouncer', 'connection_limit', 'pool_timeout'];

export interface Connection {
  settings: PoolConfig & { connectionString: string };
  /** Whether the address says that a transaction pooler is behind it. */
  isPooled: boolean;
}

/** `direct` goes around a transaction pooler, which keeps neither LISTEN nor session locks. */
export function connectionOptions(url: string, { direct = false } = {}): Connection {
  const pooled = saysPooled(url);
  const address = new URL(url);
  for (const name of FOREIGN_PARAMETERS) address.searchParams.delete(name);
  // `sslmode` as everywhere else: `require` encrypts, and only `verify-…` asks whose certificate it is.
  if (address.searchParams.has('sslmode')) address.searchParams.set('uselibpqcompat', 'true');
  if (direct && pooled) address.hostname = address.hostname.replace(/^([^.]*)-pooler(?=\.|$)/, '$1');
  return {
    settings: {
      connectionString: address.href,
      application_name: 'todo-api',
      keepAlive: true,
      // A database that sleeps until it is asked, or a machine that is busy, takes its time.
      connectionTimeoutMillis: 15_000,
    },
    isPooled: pooled && !direct,
  };
}

/** Neon's pooled addresses carry `-pooler` in the host's first label; others say `pgbouncer=true`. */
function saysPooled(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  return hostname.split('.')[0]?.endsWith('-pooler') || searchParams.get('pgbouncer') === 'true';
}
