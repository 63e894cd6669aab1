/** @module Accounts, and what keeps them safe: read before a user is known, so the owner role's alone (todo_app has no grant). */
import { bigint, boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Milliseconds, as JavaScript and JSON have them: what is stored is what was said. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
/** Whose a row is: it goes with the account. */
export const owner = () =>
  text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** People: what better-auth keeps of them, and what they prefer. */
export const users = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  timeZone: text('time_zone'),
  /** The person chose it: the zone of a device no longer replaces it. */
  timeZoneChosen: boolean('time_zone_chosen').notNull().default(false),
  /** Of mails and of the page; none means whatever the device or the message speaks. */
  language: text({ enum: ['en', 'ur'] }),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

/** Where people are signed in. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: owner(),
    token: text().notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    /** To the minute. */
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** How people sign in: a row of better-auth with the hash of a password. */
export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    userId: owner(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [index('accounts_user').on(table.userId)],
);

/** What proves that somebody read a mail, until it expires. */
export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
);

/** Sessions and access tokens that were ended before their time: kept for as long as a token made of one may live. */
export const revocations = pgTable(
  'revocations',
  {
    credential: text().primaryKey(),
    revokedAt: moment('revoked_at').notNull().defaultNow(),
  },
  (table) => [index('revocations_revoked').on(table.revokedAt)],
);

/** Mails that are to be sent, and are gone from here once they are. */
export const mails = pgTable(
  'mails',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['password-reset'] }).notNull(),
    email: text().notNull(),
    /** For who has chosen none. */
    language: text({ enum: ['en', 'ur'] }).notNull(),
    attempts: integer().notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('mails_due').on(table.dueAt)],
);

/** Attempts counted by all replicas together, in the form of rate-limiter-flexible. */
export const limits = pgTable(
  'limits',
  {
    key: text().primaryKey(),
    points: integer().notNull(),
    /** Milliseconds since 1970. */
    expire: bigint({ mode: 'number' }),
  },
  (table) => [index('limits_expire').on(table.expire)],
);

/** Of the version before, whose pods still count here while this one rolls out. */
export const rateLimits = pgTable('rate_limits', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});
