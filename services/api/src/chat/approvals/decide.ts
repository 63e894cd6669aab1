/** @module A person's decision on what a turn asked: checked, used up, and made into the turn that carries it out. */
import { timingSafeEqual } from 'node:crypto';
import type { Transaction } from '../../database/database.ts';
import { Problem } from '../../http/problem.ts';
import type { TurnKey } from '../turns/turn.ts';
import { closeApproval, findApproval, type StoredApproval } from './approval-store.ts';
import type { ApprovalSignatures, SignedCall } from './signatures.ts';

/** What the person says to one of the calls, with the signature that they were shown. */
export interface CallDecision {
  id: string;
  signature: string;
  approved: boolean;
}

/** The approval that is decided on, while it can be. Throws a Problem otherwise. */
export async function openApproval(tx: Transaction, turn: TurnKey): Promise<StoredApproval> {
  const approval = await findApproval(tx, turn);
  if (!approval) {
    throw new Problem(404, { kind: 'approval-not-found', detail: 'This turn asked for no approval.' });
  }
  if (approval.status === 'decided') {
    throw new Problem(409, {
      kind: 'approval-decided',
      detail: 'This has already been decided: the conversation holds what came of it.',
    });
  }
  if (approval.status === 'lapsed' || approval.isExpired) {
    throw new Problem(410, {
      kind: 'approval-expired',
      title: 'No longer valid',
      detail: 'This can no longer be approved: ask for it again.',
    });
  }
  return approval;
}

/** The decisions, one for each call that was asked about, with its own signature. Throws a Problem otherwise. */
export function decisionsFor(
  approval: StoredApproval,
  decisions: readonly CallDecision[],
): (approvalId: string) => boolean {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  if (byId.size !== decisions.length || byId.size !== approval.calls.length) throw notWhatWasAsked();
  for (const { approvalId, signature } of approval.calls) {
    const given = byId.get(approvalId);
    if (!given || !isSame(given.signature, signature)) throw notWhatWasAsked();
  }
  return (approvalId) => byId.get(approvalId)?.approved === true;
}

/** Uses the approval up; answers the calls that are to be made. */
export async function redeem(
  tx: Transaction,
  approval: StoredApproval,
  isApproved: (approvalId: string) => boolean,
  signatures: ApprovalSignatures,
): Promise<SignedCall[]> {
  const approved = approval.calls.filter(({ approvalId }) => isApproved(approvalId));
  for (const call of approved) {
    if (!(await signatures.isGenuine(approval, approval.expiresAt, call))) throw notWhatWasAsked();
  }
  await closeApproval(tx, approval, 'decided', isApproved);
  return approved;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function notWhatWasAsked(): Problem {
  return new Problem(403, {
    kind: 'approval-invalid',
    detail:
      'Send one decision for each call that was asked about, with the id and the signature it came with.',
  });
}
