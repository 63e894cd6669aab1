/** @module What the account knows of a person, apart from how they sign in. */
import { eq, sql } from 'drizzle-orm';
import { users } from '../../database/account-tables.ts';
import type { Database } from '../../database/database.ts';
import { unauthorized } from '../../http/problem.ts';
import type { Profile, ProfileChanges } from './profile-schema.ts';

type Row = typeof users.$inferSelect;

function shown(row: Row | undefined): Profile {
  if (!row) throw unauthorized('This account no longer exists.', 'invalid_token');
  return {
    name: row.name,
    email: row.email,
    language: row.language,
    time_zone: row.timeZone,
    time_zone_chosen: row.timeZoneChosen,
    created_at: row.createdAt.toISOString(),
  };
}

/** The person's profile. */
export async function profileOf(database: Database, userId: string): Promise<Profile> {
  const [row] = await database.orm.select().from(users).where(eq(users.id, userId));
  return shown(row);
}

/** Changes what is named; a zone that is set to null is the device's again. */
export async function changeProfile(
  database: Database,
  userId: string,
  { name, language, time_zone }: ProfileChanges,
): Promise<Profile> {
  const [row] = await database.orm
    .update(users)
    .set({
      updatedAt: sql`now()`,
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
      ...(time_zone === undefined ? {} : { timeZone: time_zone, timeZoneChosen: time_zone !== null }),
    })
    .where(eq(users.id, userId))
    .returning();
  return shown(row);
}

/** The zone that the person chose or their device was last in, or UTC. */
export async function timeZoneOf(database: Database, userId: string): Promise<string> {
  const [user] = await database.orm.select({ zone: users.timeZone }).from(users).where(eq(users.id, userId));
  return user?.zone ?? 'UTC';
}
