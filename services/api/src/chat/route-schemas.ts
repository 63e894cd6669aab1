/** @module The shapes of the chat routes: they validate requests and describe the API. */
import { z } from '@hono/zod-openapi';
import type { UIMessage } from 'ai';
import { LARGEST_ID } from '../tasks/schema.ts';

const MESSAGE_LENGTH = 4000;

export const chatRequestSchema = z
  .object({
    conversation_id: z
      .int({ error: 'must be a whole number' })
      .min(1, { error: 'must be at least 1' })
      .max(LARGEST_ID, { error: 'is too large' })
      .nullish()
      .transform((value) => value ?? undefined)
      .openapi({ type: 'integer', description: 'Left out: a new conversation begins' }),
    message: z
      .string({ error: 'must be a text' })
      .superRefine((value, context) => {
        const refuse = (message: string) => context.addIssue({ code: 'custom', message });
        if (value.includes('\0')) return refuse('must not contain the NUL character');
        if (!value.isWellFormed()) return refuse('must be well-formed Unicode (it holds a lone surrogate)');
        if (value.trim() === '') return refuse('must not be empty');
        const length = [...value].length;
        if (length > MESSAGE_LENGTH) {
          return refuse(`must have at most ${MESSAGE_LENGTH} characters (it has ${length})`);
        }
      })
      .openapi({ minLength: 1, maxLength: MESSAGE_LENGTH, example: 'Add a task to buy groceries' }),
  })
  .openapi('ChatRequest');

export const chatAnswerSchema = z
  .object({
    conversation_id: z.int(),
    response: z.string().openapi({ example: 'Added “Buy groceries” as task #1.' }),
    tool_calls: z.array(
      z.object({ tool: z.string(), arguments: z.record(z.string(), z.unknown()), result: z.unknown() }),
    ),
  })
  .openapi('ChatAnswer');

export const conversationSchema = z
  .object({
    id: z.int().openapi({ description: 'Numbered per user from 1' }),
    title: z.string().openapi({ description: 'From its first message' }),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .openapi('Conversation');

export const conversationWithMessagesSchema = conversationSchema
  .extend({
    messages: z.array(z.custom<UIMessage>().openapi({ type: 'object', description: 'An AI SDK UI message' })),
  })
  .openapi('ConversationWithMessages');
