import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api-client/problem.ts';

const TRIES = 3;
const FRESH_MILLISECONDS = 30_000;

/** The cache of what the api said, one for each page that is open. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MILLISECONDS,
        // A refusal stays a refusal; only what is away is asked again.
        retry: (failures, error) => failures < TRIES && error instanceof Problem && error.isAway,
      },
    },
  });
}
