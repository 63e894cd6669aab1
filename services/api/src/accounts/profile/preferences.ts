/** @module Zone and language of each request: what it says itself, else what the account remembers. */
import { and, eq, not, sql } from 'drizzle-orm';
import { users } from '../../database/account-tables.ts';
import type { Database } from '../../database/database.ts';

/** People this process knows, so that most requests neither read nor write. */
const KNOWN_USERS = 10_000;
const KNOWN_MILLISECONDS = 60_000;

export type Language = 'en' | 'ur';

interface Preference {
  timeZone: string;
  /** What the person chose; null goes by what they write. */
  language: Language | null;
}

export interface Preferences {
  /**
   * For a request that named a zone, or none; the account remembers the zone unless the person has chosen another.
   * What was changed through another process is known after a minute.
   */
  of(userId: string, askedZone: string | undefined): Promise<Preference>;
  /** What this process knew of an account is true no longer. */
  forget(userId: string): void;
}

/** The preferences in the database, remembered for a while. */
export function createPreferences(database: Database): Preferences {
  const known = new Map<string, Preference & { isChosen: boolean; until: number }>();

  async function read(userId: string, asked: string | undefined) {
    const [user] = await database.orm
      .select({ zone: users.timeZone, isChosen: users.timeZoneChosen, language: users.language })
      .from(users)
      .where(eq(users.id, userId));
    const { zone, isChosen, language } = user ?? { zone: null, isChosen: false, language: null };
    if (asked === undefined || isChosen || zone === asked) {
      return { timeZone: zone ?? 'UTC', isChosen, language };
    }
    const isOther = sql`${users.timeZone} is distinct from ${asked}`;
    await database.orm
      .update(users)
      .set({ timeZone: asked })
      .where(and(eq(users.id, userId), not(users.timeZoneChosen), isOther));
    return { timeZone: asked, isChosen, language };
  }

  return {
    async of(userId, asked) {
      let found = known.get(userId);
      const isKnown = found && (asked === undefined || found.isChosen || found.timeZone === asked);
      if (!found || !isKnown || found.until <= Date.now()) {
        found = { ...(await read(userId, asked)), until: Date.now() + KNOWN_MILLISECONDS };
        if (known.size >= KNOWN_USERS) known.clear();
        known.set(userId, found);
      }
      return { timeZone: asked ?? found.timeZone, language: found.language };
    },
    forget: (userId) => {
      known.delete(userId);
    },
  };
}
