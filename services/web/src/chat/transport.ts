import { DefaultChatTransport } from 'ai';
import { problemOf } from '../api-client/problem.ts';
import { apiFetch } from '../api-client/request.ts';
import { userPath } from '../shell/user-context.tsx';
import { type ChatMessage, textOf } from './chat-message.ts';

interface Turn {
  /** The conversation, once the server has given it a number. */
  conversation: () => number | undefined;
  /** Which try of the same message this is: a new try is a new turn. */
  attempt: () => number;
}

/**
 * Sends the last message only, since the server has the history. The message's own id makes the request
 * repeatable: asked again with the same key, the server answers with the same turn.
 */
export function chatTransport(userId: string, { conversation, attempt }: Turn) {
  const chat = userPath(userId, '/chat');
  return new DefaultChatTransport<ChatMessage>({
    api: chat,
    fetch: async (input, init) => {
      const response = await apiFetch(input, init);
      if (!response.ok) throw await problemOf(response);
      return response;
    },
    prepareSendMessagesRequest: ({ messages }) => {
      const message = messages.findLast(({ role }) => role === 'user');
      const id = conversation();
      return {
        headers: {
          Accept: 'text/event-stream',
          'Idempotency-Key': attempt() === 0 ? (message?.id ?? '') : `${message?.id}-${attempt()}`,
        },
        body: { ...(id ? { conversation_id: id } : {}), message: message ? textOf(message) : '' },
      };
    },
    prepareReconnectToStreamRequest: () => ({
      api: `${chat}/${conversation()}/stream`,
      headers: { Accept: 'text/event-stream' },
    }),
  });
}
