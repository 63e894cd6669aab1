/** @module The shapes of the chat routes: they validate requests and describe the API. */
import { z } from '@hono/zod-openapi';
import type { UIMessage } from 'ai';
import { LARGEST_ID } from '../database/counters.ts';
import { textField, unstorable } from '../http/text-field.ts';

const MESSAGE_LENGTH = 4000;

export const chatRequestSchema = z
  .object({
    conversation_id: z
      .int({ error: 'must be a whole number' })
      .min(1, { error: 'must be at least 1' })
      .max(LARGEST_ID, { error: 'is too large' })
      .nullish()
      .transform((value) => value ?? undefined)
      .openapi({
        type: ['integer', 'null'],
        minimum: 1,
        maximum: LARGEST_ID,
        description: 'Left out: a new conversation begins',
      }),
    message: z
      .string({ error: 'must be a text' })
      .superRefine((value, context) => {
        const refuse = (message: string) => context.addIssue({ code: 'custom', message });
        const flaw = unstorable(value);
        if (flaw) return refuse(flaw);
        if (value.trim() === '') return refuse('must not be empty');
        const length = [...value].length;
        if (length > MESSAGE_LENGTH) {
          return refuse(`must have at most ${MESSAGE_LENGTH} characters (it has ${length})`);
        }
      })
      .openapi({ minLength: 1, maxLength: MESSAGE_LENGTH, example: 'Add a task to buy groceries' }),
    replaces_turn: z
      .int({ error: 'must be the number of a turn' })
      .min(1, { error: 'must be at least 1' })
      .max(LARGEST_ID, { error: 'is too large' })
      .optional()
      .openapi({
        description:
          'The `turn_id` (in the metadata of an answer) whose message this one takes the place of: it and all that followed leave the conversation. What answers among them have changed stays changed; those stay, with `replaced` in their metadata. The same words again are refused with 409 while such changes stand.',
      }),
  })
  .refine(
    ({ conversation_id, replaces_turn }) => replaces_turn === undefined || conversation_id !== undefined,
    {
      path: ['conversation_id'],
      error: 'must be given with replaces_turn',
    },
  )
  .openapi('ChatRequest');

export const chatAnswerSchema = z
  .object({
    conversation_id: z.int(),
    response: z.string().openapi({ example: 'Added “Buy groceries” as task #1.' }),
    tool_calls: z.array(
      z.object({ tool: z.string(), arguments: z.record(z.string(), z.unknown()), result: z.unknown() }),
    ),
    approval: z
      .object({
        turn_id: z.int(),
        expires_at: z.iso.datetime(),
        calls: z.array(
          z.object({
            id: z.string(),
            signature: z.string(),
            tool: z.string(),
            arguments: z.record(z.string(), z.unknown()),
            title: z.string().openapi({ description: 'Of the task that the call is about' }),
          }),
        ),
      })
      .optional()
      .openapi({ description: 'What is done only after a yes: a “yes” as the next message, or a decision' }),
  })
  .openapi('ChatAnswer');

const chunk = {
  contentMediaType: 'application/json',
  description: 'A chunk of the AI SDK’s UI message stream, version 1; at last `[DONE]`',
  example: '{"type":"text-delta","id":"1","delta":"Added"}',
};

/** Each event of a turn's stream. */
export const messageStreamSchema = z
  .object({ data: z.string().openapi(chunk) })
  .openapi('MessageStreamEvent');

export const decisionSchema = z
  .object({
    approvals: z
      .array(z.object({ id: z.string(), signature: z.string(), approved: z.boolean() }))
      .min(1)
      .max(500)
      .openapi({ description: 'One for each call that was asked about, with the signature it came with' }),
  })
  .openapi('ApprovalDecision');

export const conversationSchema = z
  .object({
    id: z.int().openapi({ description: 'Numbered per user from 1' }),
    title: z.string().openapi({ description: 'From its first message, until it is renamed' }),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime().openapi({ description: 'When something was last said in it' }),
  })
  .openapi('Conversation');

export const conversationChangesSchema = z
  .object({ title: textField(1, 200).openapi({ example: 'Groceries' }) })
  .openapi('ConversationChanges');

const open = { type: 'object' as const, additionalProperties: true };
const uiMessage = {
  ...open,
  description: 'An AI SDK UI message: `parts` are texts, and calls of tools with what they did',
  required: ['id', 'role', 'parts'],
  properties: {
    id: { type: 'string' as const },
    role: { type: 'string' as const, enum: ['user', 'assistant'] },
    parts: {
      type: 'array' as const,
      items: { ...open, required: ['type'], properties: { type: { type: 'string' as const } } },
    },
    metadata: { ...open },
  },
};

export const conversationWithMessagesSchema = conversationSchema
  .extend({
    messages: z.array(z.custom<UIMessage>().openapi(uiMessage)),
  })
  .openapi('ConversationWithMessages');
