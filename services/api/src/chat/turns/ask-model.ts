/**
 * @module Has a model go on with a turn, step by step. Each step begins with what is on record and ends with it: a turn
 * that is taken up by another process goes on in the same way as one that was never lost.
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { type FinishReason, generateId, type UIMessageChunk } from 'ai';
import type { ApprovalDescriptor } from '../approvals/asked-approval.ts';
import { createApprovalPolicy } from '../approvals/policy.ts';
import type { CallToSign } from '../approvals/signatures.ts';
import { assistantOptions } from '../assistant/model.ts';
import { callModel } from '../call-model.ts';
import type { History } from '../history.ts';
import { instructionsFor } from '../instructions.ts';
import type { TurnLimits } from '../limits.ts';
import type { CallToMake, ConnectedTools } from '../mcp-tools.ts';
import { createPatience, type Patience, TooSlow } from '../patience.ts';
import type { Trouble, Words } from '../wording/words.ts';
import { carryOut } from './carry-out.ts';
import { chunkOf } from './chunk-of.ts';
import { openTasks, titlesOf } from './known-tasks.ts';
import { answerSoFar, modelMessages } from './model-messages.ts';
import { messageOf, type StoredStep, stepsOf } from './replay.ts';
import type { TurnLog } from './turn-log.ts';

/** The same calls so many steps in a row are a loop, however they come out. */
const SAME_STEPS = 3;

export interface Asking {
  model: LanguageModelV4;
  log: TurnLog;
  /** Where in the log this model's own answer begins: what stands before it is not shown to it. */
  from: number;
  tools: ConnectedTools;
  history: History;
  words: Words;
  limits: TurnLimits;
  signal: AbortSignal;
  /** How requests for an approval are signed, and until when they hold; none for a model that asks by itself. */
  approvals: { sign: (call: CallToSign) => Promise<string>; expiresAt: Date } | undefined;
  onError(error: unknown): void;
}

export interface Outcome {
  trouble?: Trouble;
}

/** A call as it stands in the log. */
type CallChunk = Extract<UIMessageChunk, { type: 'tool-input-available' }>;

/** Runs the model until it has nothing left to do, must wait for the person, or is in trouble. */
export async function askModel(asking: Asking): Promise<Outcome> {
  const { signal, limits } = asking;
  const patience = createPatience(limits, signal);
  try {
    const trouble = await takeSteps(asking, patience);
    return trouble ? { trouble } : {};
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TooSlow || patience.signal.aborted) return { trouble: 'slow' };
    asking.onError(error);
    return { trouble: 'failed' };
  } finally {
    patience.end();
  }
}

async function takeSteps(asking: Asking, patience: Patience): Promise<Trouble | undefined> {
  const { model, log, from, tools, history, words, limits, approvals } = asking;
  const { now, timeZone, language, beginning } = history;
  const isBuiltIn = model.provider === assistantOptions;
  // The built-in assistant reads neither.
  const known = isBuiltIn ? { tasks: [], more: false } : await openTasks(tools, patience.signal);
  const instructions = instructionsFor({ now, timeZone, language: words.languageName, beginning, ...known });
  const earlier = await modelMessages(history.messages, !isBuiltIn);
  const policy = createApprovalPolicy(stepsOf(log.chunks).flatMap(({ calls }) => calls));

  for (;;) {
    const own = log.chunks.slice(from);
    const steps = stepsOf(own).filter(({ finished }) => finished);
    if (steps.length >= limits.steps || isGoingInCircles(steps)) return undefined;
    const answered = steps.length > 0 ? await answerSoFar(await messageOf(own, '')) : [];
    const messages = [...earlier, ...answered];
    const { reason, held } = await listen(log, {
      ...{ model, tools: tools.offers, messages, instructions, limits, now, timeZone, language, patience },
    });
    if (reason === 'content-filter') return 'refused';
    if (reason === 'length') return 'cut';
    if (reason !== 'stop' && reason !== 'tool-calls') return undefined;

    const calls = held.filter((chunk) => chunk.type === 'tool-input-available');
    if (approvals) policy.plan(calls);
    const asked = approvals ? calls.filter(({ toolCallId }) => policy.asks(toolCallId)) : [];
    const requests = await requestsFor(asked, approvals, tools, patience.signal);
    // Without a pause between them: a call and the request for its approval are put on record together.
    for (const chunk of held) {
      log.emit(chunk);
      const request = chunk.type === 'tool-input-available' ? requests.get(chunk.toolCallId) : undefined;
      if (request) log.emit(request);
    }
    const hands = { log, tools, toolMilliseconds: limits.toolMilliseconds, signal: patience.signal };
    await carryOut(
      calls.filter(({ toolCallId }) => !requests.has(toolCallId)),
      hands,
    );
    log.emit({ type: 'finish-step' });
    const hasNews = held.some(({ type }) => type === 'tool-input-available' || type === 'tool-input-error');
    if (!hasNews || asked.length > 0) return undefined;
  }
}

/**
 * Hears one step out, and puts it on record as it comes, up to its first call: whether that one waits for an approval
 * depends on those after it, and what a model asked for that broke off is never done.
 */
async function listen(
  log: TurnLog,
  call: Parameters<typeof callModel>[0],
): Promise<{ reason: FinishReason; held: UIMessageChunk[] }> {
  const held: UIMessageChunk[] = [];
  let reason: FinishReason = 'other';
  let hasBegun = false;
  for await (const part of callModel(call)) {
    if (!hasBegun) log.emit({ type: 'start-step' });
    hasBegun = true;
    if (part.type === 'finish') reason = part.finishReason.unified;
    const chunk = await chunkOf(part, call.tools);
    if (!chunk) continue;
    const isCall = chunk.type === 'tool-input-available' || chunk.type === 'tool-input-error';
    // What follows a call waits with it: the order of the parts is part of the answer.
    if (isCall || held.length > 0) held.push(chunk);
    else log.emit(chunk);
  }
  return { reason, held };
}

/** Signed requests for the approval of calls. */
async function requestsFor(
  calls: readonly CallChunk[],
  approvals: Asking['approvals'],
  tools: ConnectedTools,
  signal: AbortSignal,
): Promise<Map<string, UIMessageChunk>> {
  const requests = new Map<string, UIMessageChunk>();
  if (!approvals || calls.length === 0) return requests;
  const { sign, expiresAt } = approvals;
  const titles = await titlesOf(tools, signal);
  for (const { toolCallId, toolName, input } of calls) {
    const approvalId = generateId();
    const approvalDescriptor: ApprovalDescriptor = {
      title: titleOf(input, titles),
      expires_at: expiresAt.toISOString(),
    };
    const signature = await sign({ approvalId, toolCallId, toolName, input });
    const type = 'tool-approval-request';
    requests.set(toolCallId, { type, approvalId, toolCallId, signature, approvalDescriptor });
  }
  return requests;
}

/** The title of the task that a call is about: the one that it has now, else the one that it would get. */
function titleOf(input: unknown, titles: ReadonlyMap<number, string>): string {
  const { task_id, title } = (input ?? {}) as Record<string, unknown>;
  const known = typeof task_id === 'number' ? titles.get(task_id) : undefined;
  return known ?? (typeof title === 'string' ? title : '');
}

/** Nothing new can come of asking the same again. */
function isGoingInCircles(steps: readonly StoredStep[]): boolean {
  const recent = steps.slice(-SAME_STEPS).map(({ calls }) => sameness(calls));
  return recent.length === SAME_STEPS && recent[0] !== '[]' && new Set(recent).size === 1;
}

function sameness(calls: readonly CallToMake[]): string {
  return JSON.stringify(calls.map(({ toolName, input }) => [toolName, input]));
}
