import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Body } from '../../api-client/contract.ts';
import { request } from '../../api-client/request.ts';
import { useUser } from '../../shell/user-context.tsx';

export type AccessToken = Answer<'get', '/api/{user_id}/access-tokens'>[number];
export type CreatedAccessToken = Answer<'post', '/api/{user_id}/access-tokens'>;
export type NewAccessToken = NonNullable<Body<'post', '/api/{user_id}/access-tokens'>>;

const key = (userId: string) => ['access-tokens', userId];

/** The access tokens, the newest first. */
export function useAccessTokens() {
  const { id } = useUser();
  return useQuery({
    queryKey: key(id),
    queryFn: ({ signal }) =>
      request('get', '/api/{user_id}/access-tokens', { path: { user_id: id }, signal }),
    select: (tokens) => tokens.toSorted((a, b) => b.id - a.id),
  });
}

/** Makes one. Its secret is in the answer alone: it is not kept in the cache of queries. */
export function useCreateAccessToken() {
  const { id } = useUser();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAccessToken) =>
      request('post', '/api/{user_id}/access-tokens', { path: { user_id: id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: key(id) }),
    gcTime: 0,
  });
}

/** Revokes one. */
export function useRevokeAccessToken() {
  const { id } = useUser();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: AccessToken) =>
      request('delete', '/api/{user_id}/access-tokens/{id}', { path: { user_id: id, id: token.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}
