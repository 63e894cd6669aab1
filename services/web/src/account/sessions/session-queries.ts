import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../api-client/contract.ts';
import { request } from '../../api-client/request.ts';
import { useUser } from '../../shell/user-context.tsx';

export type Session = Answer<'get', '/api/{user_id}/sessions'>[number];

const key = (userId: string) => ['sessions', userId];

/** Where the account is signed in, this device first. */
export function useSessions() {
  const { id } = useUser();
  return useQuery({
    queryKey: key(id),
    queryFn: ({ signal }) => request('get', '/api/{user_id}/sessions', { path: { user_id: id }, signal }),
    select: (sessions) => sessions.toSorted((a, b) => Number(b.current) - Number(a.current)),
  });
}

/** Signs one device out. */
export function useEndSession() {
  const { id } = useUser();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (session: Session) =>
      request('delete', '/api/{user_id}/sessions/{session_id}', {
        path: { user_id: id, session_id: session.id },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}

/** Signs all others out. */
export function useEndOtherSessions() {
  const { id } = useUser();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request('delete', '/api/{user_id}/sessions', { path: { user_id: id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}
