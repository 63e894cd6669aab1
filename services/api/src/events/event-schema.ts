/** @module What the stream of changes sends, as OpenAPI describes it. */
import { z } from '@hono/zod-openapi';
import { conversationSchema } from '../chat/route-schemas.ts';
import { taskSchema } from '../tasks/schema.ts';

/** The JSON in the `data` of an event. */
export const userEventSchema = z
  .union([
    z.object({
      type: z.enum(['task.created', 'task.updated', 'task.deleted', 'task.restored']),
      task: taskSchema,
    }),
    z.object({
      type: z.enum(['conversation.created', 'conversation.updated', 'conversation.deleted']),
      conversation: conversationSchema,
    }),
    z.object({ type: z.literal('reset') }),
  ])
  .openapi('UserEvent', {
    description: 'A change; or `reset`: changes were missed that are kept no longer, so read the lists again',
  });

const change = {
  contentMediaType: 'application/json',
  contentSchema: { $ref: '#/components/schemas/UserEvent' },
  description: 'A UserEvent as JSON',
};

/** Each event of the stream. */
export const serverSentEventSchema = z
  .object({
    id: z.string().openapi({ description: 'Counts per user', example: '7' }),
    event: z.enum(['task', 'conversation', 'reset']),
    data: z.string().openapi(change),
  })
  .partial()
  .openapi('ServerSentEvent');
