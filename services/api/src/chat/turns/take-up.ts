/** @module Takes a turn up where an earlier run of it was lost, or where a person has approved its calls. */
import { createApprovalPolicy } from '../approvals/policy.ts';
import { carryOut, type Hands } from './carry-out.ts';
import { type StoredCall, stepsOf } from './replay.ts';
import type { TurnLog } from './turn-log.ts';

/** What is left to do: ask the model, wait for the person, or nothing. */
export type Next = 'ask' | 'wait' | 'end';

/**
 * Mends the last step: calls without an outcome are made again under their old keys, a half-told text is taken back.
 * A call that needs an approval and has none is never made, whatever became of the request for it.
 */
export async function takeUp(hands: Hands, asksItself: boolean): Promise<Next> {
  const { log } = hands;
  const steps = stepsOf(log.chunks);
  const last = steps.at(-1);
  if (!last) return 'ask';
  const waits = last.calls.some(({ approval, settled }) => approval === 'requested' && !settled);
  if (last.finished) return waits ? 'wait' : last.calls.length === 0 ? 'end' : 'ask';
  if (last.calls.length === 0) {
    log.resetStep();
    return 'ask';
  }
  const policy = createApprovalPolicy(steps.slice(0, -1).flatMap(({ calls }) => calls));
  if (!asksItself) policy.plan(last.calls);
  const open = last.calls.filter(({ settled, approval }) => !settled && approval !== 'requested');
  const isRefused = ({ approval, toolCallId }: StoredCall) =>
    approval === undefined && policy.asks(toolCallId);
  for (const call of open.filter(isRefused)) refuse(call, log);
  await carryOut(
    open.filter((call) => !isRefused(call)),
    hands,
  );
  log.closeOpenParts();
  log.emit({ type: 'finish-step' });
  return waits ? 'wait' : 'ask';
}

function refuse({ toolCallId }: StoredCall, log: TurnLog): void {
  const errorText = "It was not run: it needs the person's approval. Call it again to ask for that.";
  log.emit({ type: 'tool-output-error', toolCallId, errorText, dynamic: true });
}
