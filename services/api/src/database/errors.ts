/** @module What went wrong in the database, found beneath the layers that wrap it. */

const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01', // administrator ended the connection
  '57P02', // crash shutdown
  '57P03', // starting up or shutting down
  '53300', // too many connections
]);

/** The innermost error's code: Postgres's five characters, or the driver's or system's name. */
export function postgresCode(error: unknown): string | undefined {
  let code: string | undefined;
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') code = inner.code;
    if (inner instanceof AggregateError && !code) code = postgresCode(inner.errors[0]);
  }
  return code;
}

/** The database cannot be reached for now: nothing is wrong with what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  const code = postgresCode(error);
  return code !== undefined && (AWAY_CODES.has(code) || code.startsWith('08'));
}

/** A row was written for a user who is no longer there. */
export function isAccountGone(error: unknown): boolean {
  if (postgresCode(error) !== '23503') return false;
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('constraint_name' in inner) return String(inner.constraint_name).endsWith('_user_id_users_id_fk');
  }
  return false;
}
