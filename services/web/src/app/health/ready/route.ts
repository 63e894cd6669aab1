import { drainState } from '../../../server/drain-state.ts';

export const dynamic = 'force-dynamic';

/**
 * Readiness: may be sent new clients.
 *
 * It does not ask the api. If it did, one failure would take both services away, and with them the page
 * that tells people what is wrong and comes back by itself.
 */
export function GET(): Response {
  if (drainState().draining) {
    return Response.json({ status: 'unavailable', checks: { draining: true } }, { status: 503 });
  }
  return Response.json({ status: 'ok' });
}
