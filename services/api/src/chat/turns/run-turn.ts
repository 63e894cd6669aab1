/**
 * @module Runs a turn to its end, from its first chunk or from where an earlier run of it was lost. What has been
 * recorded is never asked of the model again, and a call whose outcome is unknown is made again under the same
 * idempotency key.
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { UIMessage } from 'ai';
import type { McpInProcess } from '../../mcp/in-process.ts';
import type { ApprovalSignatures } from '../approvals/signatures.ts';
import type { History } from '../history.ts';
import type { TurnLimits } from '../limits.ts';
import { connectTools } from '../mcp-tools.ts';
import type { Words } from '../wording/words.ts';
import { wordsFor } from '../wording/words-for.ts';
import { type Asking, askModel, type Outcome } from './ask-model.ts';
import { endTurn } from './end-turn.ts';
import type { Ending } from './finish-turn.ts';
import type { LiveTurn } from './live-turn.ts';
import { createRecorder } from './recorder.ts';
import { messageOf, stepsOf } from './replay.ts';
import { takeUp } from './take-up.ts';
import { type ChunkBatch, startChunk, type TurnRow } from './turn.ts';
import { createTurnLog } from './turn-log.ts';

/** The models that answer, and what a turn may cost. */
export interface Models {
  first: LanguageModelV4;
  /** Takes a turn over whose model fails before it has changed anything. */
  fallback: LanguageModelV4 | undefined;
  /** Whether the model asks the person by itself before it does much at once. */
  asksItself: (model: LanguageModelV4) => boolean;
  limits: TurnLimits;
}

export interface RunDependencies {
  models: Models;
  signatures: ApprovalSignatures;
  /** What was said before, and what is answered now. */
  history(): Promise<History>;
  /** The ways to the tools. */
  mcp: McpInProcess;
  append(batch: ChunkBatch): Promise<boolean>;
  finish(ending: Ending): Promise<boolean>;
  onFailure(error: unknown): void;
}

export interface Control {
  /** Aborted by a stop, by losing the turn, and when this process leaves it. */
  signal: AbortSignal;
  /** Why: only a stop ends the turn. */
  reason(): 'stop' | 'leave' | undefined;
  lose(error?: unknown): void;
}

/** How long a decision can wait: longer than a browser's token lives. */
const APPROVAL_MILLISECONDS = 60 * 60 * 1000;

/** Runs the turn; resolves when this process has nothing more to do with it, with the answer if it was stored. */
export async function runTurn(
  turn: TurnRow,
  stored: readonly ChunkBatch[],
  live: LiveTurn,
  control: Control,
  dependencies: RunDependencies,
): Promise<UIMessage | undefined> {
  const { signal } = control;
  const { models, signatures } = dependencies;
  const log = createTurnLog(
    turn,
    stored.flatMap(({ chunks }) => chunks),
    (chunk) => {
      live.push(chunk);
      recorder.push(chunk);
    },
  );
  const recorder = createRecorder({
    lastSequence: stored.at(-1)?.sequence ?? 0,
    recorded: log.calls(),
    write: dependencies.append,
    onLost: control.lose,
  });
  const expiresAt = new Date(Date.now() + APPROVAL_MILLISECONDS);

  if (log.chunks.length === 0) log.emit(startChunk(turn));
  let outcome: Outcome = {};
  let words: Words = wordsFor('');
  try {
    const history = await dependencies.history();
    words = wordsFor(history.asked, history.language);
    const tools = await connectTools({
      mcp: dependencies.mcp,
      userId: turn.userId,
      keyOf: log.keyOf,
      beforeCall: (toolCallId) => recorder.recorded(toolCallId),
    });
    const about = { log, tools, history, words, signal, limits: models.limits };
    const approvals: Asking['approvals'] = {
      sign: (call) => signatures.sign(turn, expiresAt, call),
      expiresAt,
    };
    const ask = (model: LanguageModelV4, from: number) =>
      askModel({
        ...about,
        model,
        from,
        approvals: models.asksItself(model) ? undefined : approvals,
        onError: dependencies.onFailure,
      });

    const hands = { log, tools, toolMilliseconds: models.limits.toolMilliseconds, signal };
    const next = await takeUp(hands, models.asksItself(models.first));
    if (next === 'ask') {
      outcome = await ask(models.first, 0);
      if (models.fallback && outcome.trouble && !signal.aborted && !hasChanged(await currentMessage())) {
        log.closeOpenParts();
        if (stepsOf(log.chunks).at(-1)?.finished === false) log.resetStep();
        log.say(words.takenOver);
        outcome = await ask(models.fallback, log.chunks.length);
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      outcome = { trouble: 'failed' };
      dependencies.onFailure(error);
    }
  }

  const reason = control.reason();
  if (signal.aborted && reason !== 'stop') {
    await recorder.flush().catch(() => {});
    live.end();
    return undefined;
  }
  return endTurn({
    turn,
    log,
    live,
    recorder,
    words,
    stopped: reason === 'stop',
    trouble: outcome.trouble,
    finish: dependencies.finish,
    lose: control.lose,
  });

  function currentMessage(): Promise<UIMessage> {
    return messageOf(log.chunks, turn.messageId);
  }
}

/** Whether anything but looking has been tried: then nobody may begin again from the start. */
function hasChanged(message: UIMessage): boolean {
  return message.parts.some((part) => part.type === 'dynamic-tool' && part.toolName !== 'list_tasks');
}
