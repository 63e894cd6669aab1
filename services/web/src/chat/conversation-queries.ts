import { useQuery } from '@tanstack/react-query';
import { request, requestAll } from '../api-client/request.ts';
import type { Conversation } from '../api-client/types.ts';
import type { ChatMessage } from './chat-message.ts';

export interface StoredConversation extends Conversation {
  messages: ChatMessage[];
}

/** Where the list of a person's conversations is in the query cache. */
export function conversationsKey(userId: string) {
  return ['conversations', userId] as const;
}

/** Where one conversation is in the query cache. */
export function conversationKey(userId: string, id: number | undefined) {
  return ['conversation', userId, id] as const;
}

/** The conversations of a person, latest first; with `enabled` false only what others have asked for. */
export function useConversations(userId: string, { enabled = true } = {}) {
  return useQuery({
    enabled,
    queryKey: conversationsKey(userId),
    queryFn: ({ signal }) =>
      requestAll('/api/{user_id}/conversations', { path: { user_id: userId }, signal }),
  });
}

/** A conversation with its messages, as the server has it. */
export async function loadConversation(
  userId: string,
  id: number,
  signal?: AbortSignal,
): Promise<StoredConversation> {
  const conversation = await request('get', '/api/{user_id}/conversations/{conversation_id}', {
    path: { user_id: userId, conversation_id: id },
    ...(signal ? { signal } : {}),
  });
  return { ...conversation, messages: conversation.messages as ChatMessage[] };
}

/** The conversation to show first. Once shown, its chat itself is the truth, so it is never refetched under it. */
export function useConversation(userId: string, id: number | undefined) {
  return useQuery({
    queryKey: conversationKey(userId, id),
    queryFn: ({ signal }) => loadConversation(userId, id ?? 0, signal),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
