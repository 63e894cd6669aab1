/** @module The decision on what a turn asks the person to approve, over HTTP. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../accounts/caller.ts';
import { idempotencyHeader, numberInPath, problem } from '../http/openapi.ts';
import { refuseInvalid } from '../http/validation.ts';
import type { ChatService } from './chat-service.ts';
import { absentConversation, conversationPath } from './conversation-routes.ts';
import { answerResponse, wantsStream } from './route-parts.ts';
import { decisionSchema } from './route-schemas.ts';
import { streamResponse } from './turns/sse.ts';

const decideRoute = createRoute({
  method: 'post',
  path: '/{user_id}/chat/{conversation_id}/turns/{turn_id}/approval',
  tags: ['Chat'],
  operationId: 'decideApproval',
  summary: 'Approve or reject what a turn asks for, once; the answer goes on as JSON or as a stream',
  description:
    'A plain “yes” or “no” as the next message of the conversation does the same. Any other message lets the request lapse.',
  request: {
    params: conversationPath.extend({ turn_id: numberInPath }),
    headers: idempotencyHeader,
    body: { content: { 'application/json': { schema: decisionSchema } }, required: true },
  },
  responses: {
    200: answerResponse,
    ...absentConversation,
    403: problem('Not a decision on what was asked here, or another user’s path'),
    409: problem('It has been decided already'),
    410: problem('It can no longer be approved'),
  },
});

/** The approval route; callers have been checked. */
export function approvalRoutes(chat: ChatService): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.openapi(decideRoute, async (context) => {
    const { conversation_id, turn_id } = context.req.valid('param');
    const streams = wantsStream(context);
    const turn = await chat.decide({
      userId: context.var.userId,
      conversationId: conversation_id,
      turnId: turn_id,
      decisions: context.req.valid('json').approvals,
      timeZone: context.var.timeZone,
      idempotencyKey: context.req.valid('header')['idempotency-key'],
      heardAtOnce: streams,
    });
    if (streams) return streamResponse((signal) => chat.stream(turn, signal), conversation_id);
    const answer = await chat.answer(turn);
    const words = answer.parts.map((part) => (part.type === 'text' ? part.text : '')).join(' ');
    const { answerOf } = await import('./answer.ts');
    return context.json(answerOf(turn, answer, words, context.var.language), 200);
  });
  return app;
}
