import { request } from '../api-client/request.ts';
import type { ChatMessage } from './chat-message.ts';

/** The message that was said last in a conversation, as the server has it. */
export async function loadNewestMessage(userId: string, id: number): Promise<ChatMessage | undefined> {
  const { messages } = await request('get', '/api/{user_id}/conversations/{conversation_id}', {
    path: { user_id: userId, conversation_id: id },
    query: { limit: 1 },
  });
  return messages.at(-1) as ChatMessage | undefined;
}
