/** @module How a DATABASE_URL becomes a connection: pooled or direct, with what the driver can take. */
import type postgres from 'postgres';

/** Settings of other programs that Postgres itself refuses as unknown. */
const FOREIGN_PARAMETERS = [
  'channel_binding',
  'sslcert',
  'sslkey',
  'gssencmode',
  'pgbouncer',
  'connection_limit',
  'pool_timeout',
];

interface Connection {
  url: string;
  settings: postgres.Options<Record<string, never>>;
}

/** `direct` goes around a transaction pooler, which keeps neither LISTEN nor session locks. */
export function connectionOptions(url: string, { direct = false } = {}): Connection {
  const pooled = isPooled(url);
  const address = new URL(url);
  for (const name of FOREIGN_PARAMETERS) address.searchParams.delete(name);
  if (direct && pooled) address.hostname = address.hostname.replace(/^([^.]*)-pooler(?=\.|$)/, '$1');
  return {
    url: address.href,
    settings: {
      onnotice: () => {},
      connect_timeout: 5,
      // A transaction pooler keeps no prepared statements between transactions.
      prepare: direct || !pooled,
      // The longest wait between attempts: a database that comes back is noticed within a second.
      backoff: (attempt: number) => Math.min(2 ** attempt / 50, 1),
      connection: { application_name: 'todo-api' },
    } as postgres.Options<Record<string, never>>,
  };
}

/** Neon's pooled addresses carry `-pooler` in the host's first label; others say `pgbouncer=true`. */
function isPooled(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  return hostname.split('.')[0]?.endsWith('-pooler') || searchParams.get('pgbouncer') === 'true';
}
