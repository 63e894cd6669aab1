/** @module Messages that were said otherwise: kept, but no longer part of what is told. */
import { sql } from 'drizzle-orm';
import { messages } from '../database/schema.ts';

/** On messages whose place another one has taken, and on all that followed them. */
export const SET_ASIDE = 'replaced';
/** On those of them that changed tasks, and still are the reason why these are as they are. */
export const KEPT = 'changed_tasks';

/** Whether a message's metadata say that it is set aside. */
export function isSetAside(metadata: unknown): boolean {
  return typeof metadata === 'object' && metadata !== null && SET_ASIDE in metadata;
}

/** What a conversation consists of. */
export const isTold = sql`${messages.metadata} -> ${SET_ASIDE} is null`;

/** The same, and what else is the reason for how the tasks are: in words, for what is asked in every turn. */
export const isKnown = `(metadata -> '${SET_ASIDE}' is null or metadata -> '${KEPT}' is not null)`;

/** The same, for people: of what was set aside they see what it changed, not what led to it. */
export const isShown = sql`(${messages.metadata} -> ${SET_ASIDE} is null or (${messages.metadata} -> ${KEPT} is not null and ${messages.role} = 'assistant'))`;
