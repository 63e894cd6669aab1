import { addressOf } from '../api-client/address.ts';
import type { Body } from '../api-client/contract.ts';
import { Problem } from '../api-client/problem.ts';
import { problemOf } from '../api-client/problem-of.ts';
import { apiFetch } from '../api-client/request.ts';
import type { Approval } from './approval.ts';

const APPROVAL = '/api/{user_id}/chat/{conversation_id}/turns/{turn_id}/approval';

/** Sends the decision; resolves once it is taken, whatever its answer will be. Throws a `Problem` when it is not. */
export async function sendDecision(
  userId: string,
  conversation: number | undefined,
  { turn, calls }: Approval,
  approved: boolean,
): Promise<void> {
  const address = addressOf('post', APPROVAL, {
    path: { user_id: userId, conversation_id: conversation ?? 0, turn_id: turn },
  });
  const decision: Body<'post', typeof APPROVAL> = {
    approvals: calls.map(({ id, signature }) => ({ id, signature, approved })),
  };
  let response: Response;
  try {
    response = await apiFetch(address, {
      method: 'POST',
      headers: {
        // The stream begins at once, where JSON would wait for the whole answer.
        Accept: 'text/event-stream',
        'Content-Type': 'application/json',
        'Idempotency-Key': `approval-${conversation}-${turn}-${approved}`,
      },
      body: JSON.stringify(decision),
    });
  } catch {
    throw new Problem(0, 'The connection was lost.');
  }
  if (!response.ok) throw await problemOf(response);
  await response.body?.cancel();
}
