/** @module The conversations over HTTP: list and search, read, rename, export, delete. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Caller } from '../accounts/caller.ts';
import { linkToNext } from '../http/next-page.ts';
import { callerProblems, json, numberInPath, problem, userPath } from '../http/openapi.ts';
import { invalidInput } from '../http/problem.ts';
import { textField } from '../http/text-field.ts';
import { refuseInvalid } from '../http/validation.ts';
import { exportConversation } from './conversation-export.ts';
import { conversationPageFields, LARGEST_PAGE } from './conversation-pages.ts';
import type { ConversationStore } from './conversation-store.ts';
import {
  conversationChangesSchema,
  conversationSchema,
  conversationWithMessagesSchema,
} from './route-schemas.ts';

const QUERY_LENGTH = 200;

const tags = ['Conversations'];
const path = '/{user_id}/conversations/{conversation_id}';
export const conversationPath = userPath.extend({
  conversation_id: numberInPath,
});
export const absentConversation = { ...callerProblems, 404: problem('There is no such conversation') };
const params = conversationPath;
const next = {
  Link: { schema: { type: 'string' as const }, description: '`rel="next"` when there is more' },
};

const listRoute = createRoute({
  method: 'get',
  path: '/{user_id}/conversations',
  tags,
  operationId: 'listConversations',
  summary: 'The conversations, the last used first; with `q` those that hold its words',
  description: `At most ${LARGEST_PAGE} at once; one that is used while the pages are read moves to the first.`,
  request: {
    params: userPath,
    query: z.object({
      q: textField(0, QUERY_LENGTH).optional().openapi({
        description:
          'Words in the title or in messages; the 50 last used that hold them all, without further pages',
      }),
      ...conversationPageFields,
    }),
  },
  responses: {
    200: {
      ...json(
        z.array(
          conversationSchema.extend({
            excerpt: z.string().nullable().optional().openapi({
              description: 'With `q`: where the words stand; null when only the title holds them',
            }),
          }),
        ),
        'One page',
      ),
      headers: next,
    },
    ...callerProblems,
  },
});

const getRoute = createRoute({
  method: 'get',
  path,
  tags,
  operationId: 'getConversation',
  summary: 'A conversation with its messages',
  description: `Of a long one the newest ${LARGEST_PAGE} messages, in their order; the next page holds those before them.`,
  request: { params, query: z.object(conversationPageFields) },
  responses: {
    200: { ...json(conversationWithMessagesSchema, 'The conversation'), headers: next },
    ...absentConversation,
  },
});

const renameRoute = createRoute({
  method: 'patch',
  path,
  tags,
  operationId: 'renameConversation',
  summary: 'Rename a conversation',
  request: {
    params,
    body: { content: { 'application/json': { schema: conversationChangesSchema } }, required: true },
  },
  responses: {
    200: json(conversationSchema, 'The conversation'),
    ...absentConversation,
    400: problem('The body is not JSON'),
    415: problem('The body is not application/json'),
  },
});

const exportRoute = createRoute({
  method: 'get',
  path: `${path}/export`,
  tags,
  operationId: 'exportConversation',
  summary: 'A conversation as a file: Markdown to read, or JSON',
  request: {
    params,
    query: z.object({
      format: z.enum(['markdown', 'json'], { error: 'must be markdown or json' }).default('markdown'),
    }),
  },
  responses: {
    200: {
      description: 'The file',
      headers: {
        'Content-Disposition': { schema: { type: 'string' }, description: 'A file named after the title' },
      },
      content: {
        'text/markdown': { schema: z.string() },
        'application/json': { schema: conversationWithMessagesSchema },
      },
    },
    ...absentConversation,
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path,
  tags,
  operationId: 'deleteConversation',
  summary: 'Delete a conversation with its messages',
  request: { params },
  responses: { 204: { description: 'It is gone' }, ...absentConversation },
});

/** The routes of conversations; who calls is already known. */
export function conversationRoutes(conversations: ConversationStore): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });

  app.openapi(listRoute, async (context) => {
    const { q = '', ...page } = context.req.valid('query');
    const { userId } = context.var;
    const words = q.split(/\s+/).filter(Boolean);
    if (words.length > 0) {
      const message = 'goes without q, which finds no more than one page';
      if (page.cursor !== undefined) throw invalidInput([{ in: 'query', path: 'cursor', message }]);
      const found = await conversations.search(userId, words);
      return context.json(found.slice(0, page.limit), 200);
    }
    const { conversations: some, next } = await conversations.list(userId, page);
    return context.json(some, 200, next ? linkToNext(context, next) : {});
  });

  app.openapi(getRoute, async (context) => {
    const { conversation_id } = context.req.valid('param');
    const page = context.req.valid('query');
    const { conversation, next } = await conversations.get(context.var.userId, conversation_id, page);
    return context.json(conversation, 200, next ? linkToNext(context, next) : {});
  });

  app.openapi(renameRoute, async (context) => {
    const { conversation_id } = context.req.valid('param');
    const { title } = context.req.valid('json');
    return context.json(await conversations.rename(context.var.userId, conversation_id, title), 200);
  });

  app.openapi(exportRoute, async (context) => {
    const { conversation_id } = context.req.valid('param');
    const conversation = await conversations.toExport(context.var.userId, conversation_id);
    const { body, headers } = exportConversation(conversation, context.req.valid('query').format);
    return context.body(body, 200, headers);
  });

  app.openapi(deleteRoute, async (context) => {
    await conversations.remove(context.var.userId, context.req.valid('param').conversation_id);
    return context.body(null, 204);
  });

  return app;
}
