/** @module What the account remembers about a person. */
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { users } from '../database/schema.ts';

/** The zone last seen, or UTC. */
export async function timeZoneOf(database: Database, userId: string): Promise<string> {
  const [user] = await database.orm.select({ zone: users.timeZone }).from(users).where(eq(users.id, userId));
  return user?.zone ?? 'UTC';
}

/** Writes only when the zone is another than before. */
export async function rememberTimeZone(database: Database, userId: string, zone: string): Promise<void> {
  await database.orm
    .update(users)
    .set({ timeZone: zone })
    .where(and(eq(users.id, userId), sql`${users.timeZone} is distinct from ${zone}`));
}

/** The zone's proper name, e.g. `Asia/Karachi`; undefined when there is no such zone. */
export function knownTimeZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
