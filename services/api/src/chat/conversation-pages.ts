/** @module Pages of conversations and of their messages: where each ends, opaque to callers. */
import { z } from 'zod';
import { LARGEST_ID } from '../database/counters.ts';
import { readCursor } from '../http/cursor.ts';
import { pageFields } from '../http/page-query.ts';
import { invalidInput } from '../http/problem.ts';

/** What is answered at once, unless less is asked for. */
export const LARGEST_PAGE = 1000;

/** How the parts of both lists are asked for. */
export const conversationPageFields = pageFields({
  cursorLength: 200,
  largest: LARGEST_PAGE,
  usual: LARGEST_PAGE,
});

/** The part of a list that is asked for. */
export interface Page {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The last conversation of a page: when it was last used, and its number. */
const conversationCursor = z.tuple([z.iso.datetime(), z.int().min(1).max(LARGEST_ID)]);
/** The place of the first message of a page. */
const messageCursor = z.tuple([z.int().min(1).max(LARGEST_ID)]);

/** Throws a 422 Problem for text that is no cursor. */
export const readConversationCursor = (cursor: string) => read(conversationCursor, cursor);
/** The same for the messages of a conversation. */
export const readMessageCursor = (cursor: string) => read(messageCursor, cursor);

function read<T>(schema: z.ZodType<T>, cursor: string): T {
  const place = readCursor(schema, cursor);
  if (place) return place;
  const message = 'must come from the Link header of a page of the same list';
  throw invalidInput([{ in: 'query', path: 'cursor', message }]);
}
