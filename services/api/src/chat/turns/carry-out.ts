/** @module Makes the calls that a step asked for, and puts what came of them on record. */
import type { UIMessageChunk } from 'ai';
import type { CallToMake, ConnectedTools } from '../mcp-tools.ts';
import type { TurnLog } from './turn-log.ts';

/** So many calls are one transaction: what else the person does waits for its end. */
const MOST_TOGETHER = 100;

/** What calls are made with. */
export interface Hands {
  log: TurnLog;
  tools: Pick<ConnectedTools, 'run' | 'runTogether'>;
  /** How long one call may take, and as many as are made together. */
  toolMilliseconds: number;
  signal: AbortSignal;
}

/**
 * Makes calls one after the other, in the order in which they were asked for: numbers follow the sentence. A failure is
 * a call's outcome; throws only when the turn is aborted.
 */
export async function carryOut(calls: readonly CallToMake[], hands: Hands): Promise<void> {
  for (let start = 0; start < calls.length; start += MOST_TOGETHER) {
    const some = calls.slice(start, start + MOST_TOGETHER);
    if (some.length > 1 && (await makeTogether(some, hands))) continue;
    // Under the same keys: should they have been made after all, they are not made again.
    for (const call of some) await make(call, hands);
  }
}

/** Waits for the disk once for all of them; false when none was made, or nobody knows. */
async function makeTogether(calls: readonly CallToMake[], hands: Hands): Promise<boolean> {
  const { log, tools, signal } = hands;
  try {
    const made = await tools.runTogether(calls, patienceOf(hands));
    for (const { call, outcome } of made) {
      log.emit(
        outcome.status === 'fulfilled' ? done(call, outcome.value) : failed(call, outcome.reason as unknown),
      );
    }
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

async function make(call: CallToMake, hands: Hands): Promise<void> {
  const { log, tools, signal } = hands;
  try {
    const output = await tools.run(call.toolName, call.input, call.toolCallId, patienceOf(hands));
    log.emit(done(call, output));
  } catch (error) {
    signal.throwIfAborted();
    log.emit(failed(call, error));
  }
}

function patienceOf({ signal, toolMilliseconds }: Hands): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(toolMilliseconds)]);
}

function done({ toolCallId }: CallToMake, output: unknown): UIMessageChunk {
  return { type: 'tool-output-available', toolCallId, output, dynamic: true };
}

function failed({ toolCallId }: CallToMake, error: unknown): UIMessageChunk {
  const errorText = error instanceof Error ? error.message : String(error);
  return { type: 'tool-output-error', toolCallId, errorText, dynamic: true };
}
