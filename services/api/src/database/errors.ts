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
  '57P01', // administrator ended the connection
  '57P02', // crash shutdown
  '57P03', // starting up or shutting down
  '53100', // no room on its disk
  '53200', // no memory
  '53300', // too many connections
  '58030', // its disk does not do as it is told
  '57014', // the server gave up the statement
  '55P03', // a lock was not to be had in time
  '25P03', // the transaction had been left alone for too long
]);

/** What the driver says, without a code, of a connection that is lost, or for which there was no room in time. */
const AWAY_WORDS =
  /^(Connection terminated|Client (has encountered|was closed)|timeout expired|timeout exceeded|Query read timeout)/;

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
  if (code !== undefined) return AWAY_CODES.has(code) || code.startsWith('08');
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (AWAY_WORDS.test(inner.message)) return true;
  }
  return false;
}

/** A row was written for a user who is no longer there. */
export function isAccountGone(error: unknown): boolean {
  if (postgresCode(error) !== '23503') return false;
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('constraint' in inner) return String(inner.constraint).endsWith('_user_id_users_id_fk');
  }
  return false;
}
