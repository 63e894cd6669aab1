/** @module What each user did to their tasks last, for undo: kept for a day. */
import { boolean, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, owner } from './account-tables.ts';

/** One row for each request that changed tasks, however many. */
export const changes = pgTable(
  'changes',
  {
    userId: owner(),
    id: integer().notNull(),
    /** What was asked for, e.g. `complete`. */
    action: text().notNull(),
    /** Each task that was touched: how it was, and when it became what it is. */
    tasks: json().notNull(),
    undone: boolean().notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    index('changes_created').on(table.createdAt),
  ],
);
