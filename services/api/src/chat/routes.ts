/** @module The chat over HTTP: JSON or a stream by `Accept`, and the conversations. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { callerProblems, json, numberInPath, problem, userPath } from '../http/openapi.ts';
import { refuseInvalid } from '../http/validation.ts';
import { LARGEST_ID } from '../tasks/schema.ts';
import { responseOf, toolCallsOf } from './answer.ts';
import type { ChatService } from './chat-service.ts';
import {
  chatAnswerSchema,
  chatRequestSchema,
  conversationSchema,
  conversationWithMessagesSchema,
} from './route-schemas.ts';
import { streamResponse } from './turns/sse.ts';

export interface ChatRouteDependencies {
  chat: ChatService;
  /** Refuses requests without a user, and paths that are another user's. */
  requireUser: RequireUser;
}

const conversation = userPath.extend({
  conversation_id: numberInPath.refine((id) => id <= LARGEST_ID),
});
const absent = { ...callerProblems, 404: problem('There is no such conversation') };
const eventStream = {
  description: 'The turn as an AI SDK UI message stream',
  content: { 'text/event-stream': { schema: z.string() } },
};

const sendRoute = createRoute({
  method: 'post',
  path: '/{user_id}/chat',
  tags: ['Chat'],
  summary: 'Send a message and get the answer, as JSON or as a stream',
  request: {
    params: userPath,
    headers: z.object({
      'idempotency-key': z
        .string()
        .min(1)
        .max(200)
        .optional()
        .openapi({ description: 'The same key with the same message answers with the same turn' }),
    }),
    body: { content: { 'application/json': { schema: chatRequestSchema } }, required: true },
  },
  responses: {
    200: {
      description: 'The answer; as a stream with `Accept: text/event-stream`',
      content: {
        'application/json': { schema: chatAnswerSchema },
        'text/event-stream': { schema: z.string() },
      },
    },
    ...absent,
    409: problem('The message before is still being answered'),
    422: problem('Wrong message, or an Idempotency-Key used before for another'),
    503: problem('This server is leaving; the answer is finished by another'),
  },
});

const streamRoute = createRoute({
  method: 'get',
  path: '/{user_id}/chat/{conversation_id}/stream',
  tags: ['Chat'],
  summary: "Resume the running turn's stream from its beginning",
  request: { params: conversation },
  responses: { 200: eventStream, 204: { description: 'No turn is running' }, ...absent },
});

const stopRoute = createRoute({
  method: 'post',
  path: '/{user_id}/chat/{conversation_id}/stop',
  tags: ['Chat'],
  summary: 'End the running turn; what was said so far is kept',
  request: { params: conversation },
  responses: { 204: { description: 'It ends, or none was running' }, ...absent },
});

const listRoute = createRoute({
  method: 'get',
  path: '/{user_id}/conversations',
  tags: ['Chat'],
  summary: 'The conversations, the last used first',
  request: { params: userPath },
  responses: { 200: json(z.array(conversationSchema), 'The conversations'), ...callerProblems },
});

const getRoute = createRoute({
  method: 'get',
  path: '/{user_id}/conversations/{conversation_id}',
  tags: ['Chat'],
  summary: 'A conversation with its messages',
  request: { params: conversation },
  responses: { 200: json(conversationWithMessagesSchema, 'The conversation'), ...absent },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/{user_id}/conversations/{conversation_id}',
  tags: ['Chat'],
  summary: 'Delete a conversation with its messages',
  request: { params: conversation },
  responses: { 204: { description: 'It is gone' }, ...absent },
});

/** The chat routes, to be mounted under `/api`. */
export function chatRoutes({ chat, requireUser }: ChatRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.use('/:user_id/chat', requireUser);
  app.use('/:user_id/chat/*', requireUser);
  app.use('/:user_id/conversations', requireUser);
  app.use('/:user_id/conversations/*', requireUser);

  app.openapi(sendRoute, async (context) => {
    const { conversation_id, message } = context.req.valid('json');
    const streams = /\btext\/event-stream\b/i.test(context.req.header('accept') ?? '');
    const turn = await chat.send({
      userId: context.var.userId,
      conversationId: conversation_id,
      message,
      timeZone: context.var.timeZone,
      idempotencyKey: context.req.valid('header')['idempotency-key'],
      heardAtOnce: streams,
    });
    if (streams) {
      return streamResponse((signal) => chat.stream(turn, signal), turn.conversationId);
    }
    const answer = await chat.answer(turn);
    return context.json(
      { conversation_id: turn.conversationId, response: responseOf(answer), tool_calls: toolCallsOf(answer) },
      200,
    );
  });

  app.openapi(streamRoute, async (context) => {
    const { conversation_id } = context.req.valid('param');
    const turn = await chat.running(context.var.userId, conversation_id);
    if (turn) return streamResponse((signal) => chat.stream(turn, signal), conversation_id);
    await chat.conversations.find(context.var.userId, conversation_id);
    return context.body(null, 204);
  });

  app.openapi(stopRoute, async (context) => {
    const { conversation_id } = context.req.valid('param');
    const stopped = await chat.stop(context.var.userId, conversation_id);
    if (!stopped) await chat.conversations.find(context.var.userId, conversation_id);
    return context.body(null, 204);
  });

  app.openapi(listRoute, async (context) =>
    context.json(await chat.conversations.list(context.var.userId), 200),
  );

  app.openapi(getRoute, async (context) => {
    const { conversation_id } = context.req.valid('param');
    return context.json(await chat.conversations.get(context.var.userId, conversation_id), 200);
  });

  app.openapi(deleteRoute, async (context) => {
    await chat.conversations.remove(context.var.userId, context.req.valid('param').conversation_id);
    return context.body(null, 204);
  });

  return app;
}
