import { useQuery } from '@tanstack/react-query';
import { request } from '../api-client/request.ts';
import type { Conversation } from '../api-client/types.ts';
import { userPath } from '../shell/user-context.tsx';
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

/** The conversations of a person, latest first. */
export function useConversations(userId: string) {
  return useQuery({
    queryKey: conversationsKey(userId),
    queryFn: ({ signal }) => request<Conversation[]>(userPath(userId, '/conversations'), { signal }),
  });
}

/** A conversation with its messages, as the server has it. */
export function loadConversation(
  userId: string,
  id: number,
  signal?: AbortSignal,
): Promise<StoredConversation> {
  return request(userPath(userId, `/conversations/${id}`), signal ? { signal } : {});
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
