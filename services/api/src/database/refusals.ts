/** @module What a database says when it refuses a DATABASE_URL, in words for the person who set it. */
import { postgresCode } from './errors.ts';

const WRONG_PASSWORD = 'DATABASE_URL must have the right user and password: the database refused them';
const NO_DATABASE = 'DATABASE_URL must name an existing database: there is none of that name';

const BY_CODE: Record<string, string> = {
  '28P01': WRONG_PASSWORD,
  '28000': 'DATABASE_URL must name a user that may connect: the database refused it',
  '3D000': NO_DATABASE,
  '42501': "DATABASE_URL's user must be allowed to make tables and roles (CREATEROLE) in the database",
};

/** A pooler (pgbouncer 1.18) answers for the server, with one code for all: only its words differ. */
const POOLER_CODE = '08P01';
const BY_WORDS: [RegExp, string][] = [
  [/authentication failed/, WRONG_PASSWORD],
  [/^no such database|^database ".*" does not exist/, NO_DATABASE],
];

/** What a refusal that waiting cannot mend means for the person who made the setting; undefined for other errors. */
export function refusalOf(error: unknown, setting: string): string | undefined {
  return mistakeIn(error)?.replace('DATABASE_URL', setting);
}

function mistakeIn(error: unknown): string | undefined {
  const code = postgresCode(error) ?? '';
  if (code !== POOLER_CODE) return BY_CODE[code];
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  const words = innermost instanceof Error ? innermost.message : '';
  return BY_WORDS.find(([pattern]) => pattern.test(words))?.[1];
}
