/** @module What users own. Rows carry user_id first in their key, and numbers count per user from 1. */
import { sql } from 'drizzle-orm';
import {
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
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { moment, owner } from './account-tables.ts';

// Row-level security is forced on every one of these tables (migrations/*.sql).

/** The last number given out per user: updated in the transaction that uses it, so numbers have no gaps. */
export const counters = pgTable('counters', {
  userId: owner().primaryKey(),
  tasks: integer().notNull().default(0),
  conversations: integer().notNull().default(0),
  events: integer().notNull().default(0),
  accessTokens: integer('access_tokens').notNull().default(0),
  changes: integer().notNull().default(0),
});

/** Bearer tokens that people give to other programs; the secret itself is kept nowhere. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    userId: owner(),
    id: integer().notNull(),
    name: text().notNull(),
    scopes: text({ enum: ['read', 'write'] })
      .array()
      .notNull(),
    /** SHA-256 of the token: its secret is 160 random bits, which nobody finds by trying. */
    hash: text().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    uniqueIndex('access_tokens_hash').on(table.hash),
    index('access_tokens_expires').on(table.expiresAt),
    check('access_tokens_name', sql`char_length(name) between 1 and 100`),
    check('access_tokens_scopes', sql`scopes <@ array['read', 'write'] and cardinality(scopes) > 0`),
  ],
);

/** To-dos, those in the trash too. */
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
    /** An RRULE value: completing the task makes the next one, whose number is `nextId`. */
    recurrence: text(),
    nextId: integer('next_id'),
    /** The time of day that the rule means, where a change of the clock moved the due moment. */
    recursAt: text('recurs_at'),
    /** The task that this is a part of. */
    parentId: integer('parent_id'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    /** Set while it lies in the trash. */
    deletedAt: moment('deleted_at'),
    // And `searched`, which the database keeps by itself and only searches read (migrations/0007).
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    index('tasks_deleted').on(table.deletedAt).where(sql`deleted_at is not null`),
    index('tasks_parent_id').on(table.userId, table.parentId).where(sql`parent_id is not null`),
    foreignKey({
      name: 'tasks_parent',
      columns: [table.userId, table.parentId],
      foreignColumns: [table.userId, table.id],
    }),
    check('tasks_title', sql`char_length(title) between 1 and 200`),
    check('tasks_description', sql`char_length(description) <= 2000`),
    check('tasks_priority', sql`priority in ('low', 'medium', 'high')`),
    check('tasks_one_due', sql`due_date is null or due_at is null`),
    check('tasks_not_own_parent', sql`parent_id <> id`),
  ],
);

/** Talks with the assistant. */
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

/** What a turn would do only with the person's approval: decided once, and only until it expires. */
export const approvals = pgTable(
  'approvals',
  {
    userId: text('user_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    /** The turn that asks. */
    turnId: integer('turn_id').notNull(),
    /** The calls with their exact arguments, each with its signature. */
    calls: jsonb().notNull(),
    status: text({ enum: ['pending', 'decided', 'lapsed'] })
      .notNull()
      .default('pending'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.conversationId, table.turnId] }),
    check('approvals_status', sql`status in ('pending', 'decided', 'lapsed')`),
    foreignKey({
      name: 'approvals_turn',
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
