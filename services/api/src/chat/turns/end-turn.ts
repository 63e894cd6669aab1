/** @module Ends a turn: says what is left to say, stores the answer, and only then lets its readers go. */
import { isDynamicToolUIPart, type UIMessage, type UIMessageChunk } from 'ai';
import { askedIn } from '../approvals/asked-approval.ts';
import type { Trouble, Words } from '../wording/words.ts';
import { deedsOf, failuresOf } from './deeds.ts';
import type { Ending } from './finish-turn.ts';
import type { LiveTurn } from './live-turn.ts';
import type { Recorder } from './recorder.ts';
import { messageOf, stepsOf } from './replay.ts';
import type { TurnKey } from './turn.ts';
import type { TurnLog } from './turn-log.ts';

export interface TurnEnd {
  turn: TurnKey & { messageId: string };
  log: TurnLog;
  live: LiveTurn;
  recorder: Recorder;
  words: Words;
  stopped: boolean;
  trouble: Trouble | undefined;
  finish(ending: Ending): Promise<boolean>;
  lose(error?: unknown): void;
}

/** The stored answer; undefined when the turn turned out to be lost. */
export async function endTurn(end: TurnEnd): Promise<UIMessage | undefined> {
  const { turn, log, live, recorder, words, stopped, trouble } = end;
  const unfinished = stepsOf(log.chunks).at(-1)?.finished === false;
  log.closeOpenParts();
  let message = await messageOf(log.chunks, turn.messageId);
  const known = log.chunks.length;
  let asked = askedIn(message);
  if (asked && (stopped || trouble)) {
    // Nobody is asked about something that was given up.
    for (const { toolCallId } of asked.calls) log.emit({ type: 'tool-output-denied', toolCallId });
    asked = undefined;
  }
  const apology = stopped ? undefined : (trouble ?? (asked ? undefined : silence(message)));
  if (apology) log.say(words.apology(apology, deedsOf(message), failuresOf(message)), unfinished);
  else if (unfinished) log.emit({ type: 'finish-step' });
  if (log.chunks.length > known) message = await messageOf(log.chunks, turn.messageId);

  const last: UIMessageChunk = stopped
    ? { type: 'abort', reason: 'stopped by the user' }
    : { type: 'finish' };
  recorder.push(last);
  const status = stopped ? 'stopped' : trouble === 'failed' || trouble === 'slow' ? 'failed' : 'completed';
  try {
    const rest = await recorder.takeRest();
    // Whoever sees the last chunk finds the answer stored.
    if (await end.finish({ status, message, rest, asked })) {
      live.push(last);
      return message;
    }
    end.lose();
  } catch (error) {
    end.lose(error);
  } finally {
    live.end();
  }
  return undefined;
}

/** Why an answer ends without a word, if it does. */
function silence(message: UIMessage): Trouble | undefined {
  const lastStep = message.parts.slice(message.parts.findLastIndex(({ type }) => type === 'step-start') + 1);
  if (lastStep.some((part) => part.type === 'text' && part.text.trim() !== '')) return undefined;
  return lastStep.some(isDynamicToolUIPart) ? 'limit' : 'failed';
}
