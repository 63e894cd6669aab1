import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Answer } from '../../api-client/contract.ts';
import { request } from '../../api-client/request.ts';
import { rememberZone } from '../../api-client/time-zone.ts';
import { useUser } from '../../shell/user-context.tsx';

export type Profile = Answer<'get', '/api/{user_id}/profile'>;

/** Where the cache of queries holds somebody's profile. */
export const profileKey = (userId: string) => ['profile', userId];

/** What the account knows of the person. */
export function useProfile() {
  const { id } = useUser();
  return useQuery({
    queryKey: profileKey(id),
    queryFn: ({ signal }) => request('get', '/api/{user_id}/profile', { path: { user_id: id }, signal }),
  });
}

/** Makes this device mean the zone that the person chose, wherever they chose it. */
export function useFollowZone(): void {
  const { data } = useProfile();
  useEffect(() => {
    if (data) rememberZone(data.time_zone_chosen ? data.time_zone : null);
  }, [data]);
}
