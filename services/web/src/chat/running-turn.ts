import { addressOf } from '../api-client/address.ts';
import { apiFetch } from '../api-client/request.ts';

/**
 * Asks for the stream of the turn that may be running. Resolves to the request itself, for whoever reads the
 * stream (or mends what went wrong with it); to nothing when no turn is running or the asking was given up.
 */
export async function askForRunningTurn(
  userId: string,
  conversation: number,
  signal: AbortSignal,
): Promise<{ answer: Promise<Response> } | undefined> {
  const address = addressOf('get', '/api/{user_id}/chat/{conversation_id}/stream', {
    path: { user_id: userId, conversation_id: conversation },
  });
  const answer = apiFetch(address, { headers: { Accept: 'text/event-stream' }, signal });
  const isRunning = await answer.then(
    ({ status }) => status !== 204,
    () => true,
  );
  return isRunning && !signal.aborted ? { answer } : undefined;
}
