/** @module The chat over HTTP: JSON or a stream by `Accept`, and the conversations. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { idempotencyHeader, problem, userPath } from '../http/openapi.ts';
import { refuseInvalid } from '../http/validation.ts';
import { approvalRoutes } from './approval-routes.ts';
import type { ChatService } from './chat-service.ts';
import { absentConversation, conversationPath, conversationRoutes } from './conversation-routes.ts';
import { answerResponse, wantsStream } from './route-parts.ts';
import { chatRequestSchema, messageStreamSchema } from './route-schemas.ts';
import { streamResponse } from './turns/sse.ts';

export interface ChatRouteDependencies {
  chat: ChatService;
  /** Refuses requests without a user, and paths that are another user's. */
  requireUser: RequireUser;
}

const eventStream = {
  description: 'The turn as an AI SDK UI message stream',
  content: { 'text/event-stream': { schema: messageStreamSchema } },
};

const sendRoute = createRoute({
  method: 'post',
  path: '/{user_id}/chat',
  tags: ['Chat'],
  operationId: 'sendMessage',
  summary: 'Send a message and get the answer, as JSON or as a stream',
  request: {
    params: userPath,
    headers: idempotencyHeader,
    body: { content: { 'application/json': { schema: chatRequestSchema } }, required: true },
  },
  responses: {
    200: answerResponse,
    ...absentConversation,
    409: problem(
      'The message before is still being answered, or what is to be replaced is so already or has changed tasks',
    ),
    422: problem('Wrong message, or an Idempotency-Key used before for another'),
    503: problem('This server is leaving; the answer is finished by another'),
  },
});

const streamRoute = createRoute({
  method: 'get',
  path: '/{user_id}/chat/{conversation_id}/stream',
  tags: ['Chat'],
  operationId: 'resumeStream',
  summary: "Resume the running turn's stream from its beginning",
  request: { params: conversationPath },
  responses: { 200: eventStream, 204: { description: 'No turn is running' }, ...absentConversation },
});

const stopRoute = createRoute({
  method: 'post',
  path: '/{user_id}/chat/{conversation_id}/stop',
  tags: ['Chat'],
  operationId: 'stopTurn',
  summary: 'End the running turn; what was said so far is kept',
  request: { params: conversationPath },
  responses: { 204: { description: 'It ends, or none was running' }, ...absentConversation },
});

/** The chat routes, to be mounted under `/api`. */
export function chatRoutes({ chat, requireUser }: ChatRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.use('/:user_id/chat', requireUser);
  app.use('/:user_id/chat/*', requireUser);
  app.use('/:user_id/conversations', requireUser);
  app.use('/:user_id/conversations/*', requireUser);

  app.openapi(sendRoute, async (context) => {
    const { conversation_id, message, replaces_turn } = context.req.valid('json');
    const streams = wantsStream(context);
    const turn = await chat.send({
      userId: context.var.userId,
      conversationId: conversation_id,
      message,
      replacedTurn: replaces_turn,
      timeZone: context.var.timeZone,
      language: context.var.language,
      idempotencyKey: context.req.valid('header')['idempotency-key'],
      heardAtOnce: streams,
    });
    if (streams) {
      return streamResponse((signal) => chat.stream(turn, signal), turn.conversationId);
    }
    const { answerOf } = await import('./answer.ts');
    return context.json(answerOf(turn, await chat.answer(turn), message, context.var.language), 200);
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

  app.route('/', approvalRoutes(chat));
  app.route('/', conversationRoutes(chat.conversations));
  return app;
}
