/** @module Every table. Rows of a user carry user_id first in their key, and numbers count per user from 1. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** Milliseconds, as JavaScript and JSON have them: what is stored is what was said. */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const owner = () =>
  text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

// Accounts: read before a user is known, so they belong to the owner role alone (todo_app has no grant).

export const users = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  timeZone: text('time_zone'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

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
  },
  (table) => [index('sessions_user').on(table.userId)],
);

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

export const rateLimits = pgTable('rate_limits', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

// What users own: row-level security is forced on every table below (migrations/0001_row_level_security.sql).

/** The last number given out per user: updated in the transaction that uses it, so numbers have no gaps. */
export const counters = pgTable('counters', {
  userId: owner().primaryKey(),
  tasks: integer().notNull().default(0),
  conversations: integer().notNull().default(0),
  events: integer().notNull().default(0),
});

export const tasks = pgTable(
  'tasks',
  {
    userId: owner(),
    id: integer().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    completed: boolean().notNull().default(false),
    priority: text({ enum: ['low', 'medium', 'high'] })
      .notNull()
      .default('medium'),
    dueDate: date('due_date', { mode: 'string' }),
    dueAt: moment('due_at'),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    /** Set while it lies in the trash. */
    deletedAt: moment('deleted_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    index('tasks_deleted').on(table.deletedAt).where(sql`deleted_at is not null`),
    check('tasks_title', sql`char_length(title) between 1 and 200`),
    check('tasks_description', sql`char_length(description) <= 2000`),
    check('tasks_priority', sql`priority in ('low', 'medium', 'high')`),
    check('tasks_one_due', sql`due_date is null or due_at is null`),
  ],
);

export const conversations = pgTable(
  'conversations',
  {
    userId: owner(),
    id: integer().notNull(),
    title: text().notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.id] })],
);

/** A conversation's messages; `id` is the UI message's own id, `position` its place. */
export const messages = pgTable(
  'messages',
  {
    userId: text('user_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    role: text({ enum: ['user', 'assistant', 'system'] }).notNull(),
    parts: jsonb().notNull(),
    metadata: jsonb(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.conversationId, table.id] }),
    uniqueIndex('messages_position').on(table.userId, table.conversationId, table.position),
    foreignKey({
      name: 'messages_conversation',
      columns: [table.userId, table.conversationId],
      foreignColumns: [conversations.userId, conversations.id],
    }).onDelete('cascade'),
  ],
);

/** One answer of the assistant while it is made: held under a lease, so that another process can take it over. */
export const turns = pgTable(
  'turns',
  {
    userId: text('user_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    /** Numbered per conversation from 1. */
    id: integer().notNull(),
    status: text({ enum: ['running', 'completed', 'stopped', 'failed'] }).notNull(),
    /** The assistant message that this turn writes. */
    messageId: text('message_id').notNull(),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    stopRequested: boolean('stop_requested').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.conversationId, table.id] }),
    index('turns_running').on(table.leaseUntil).where(sql`status = 'running'`),
    check('turns_status', sql`status in ('running', 'completed', 'stopped', 'failed')`),
    foreignKey({
      name: 'turns_conversation',
      columns: [table.userId, table.conversationId],
      foreignColumns: [conversations.userId, conversations.id],
    }).onDelete('cascade'),
  ],
);

/** A running turn's stream as it was sent, so that any process can replay it. */
export const turnChunks = pgTable(
  'turn_chunks',
  {
    userId: text('user_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    turnId: integer('turn_id').notNull(),
    sequence: integer().notNull(),
    chunks: jsonb().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.conversationId, table.turnId, table.sequence] }),
    foreignKey({
      name: 'turn_chunks_turn',
      columns: [table.userId, table.conversationId, table.turnId],
      foreignColumns: [turns.userId, turns.conversationId, turns.id],
    }).onDelete('cascade'),
  ],
);

/** Answers already given under an Idempotency-Key. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: owner(),
    key: text().notNull(),
    /** What was asked: the same key with another request is an error. */
    fingerprint: text().notNull(),
    /** json, not jsonb: given again as it was first given, to the order of its fields. */
    response: json(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    index('idempotency_keys_created').on(table.createdAt),
  ],
);

/** A user's changes in commit order: what the event stream sends and resumes from. */
export const events = pgTable(
  'events',
  {
    userId: owner(),
    id: integer().notNull(),
    data: json().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.id] }), index('events_created').on(table.createdAt)],
);
