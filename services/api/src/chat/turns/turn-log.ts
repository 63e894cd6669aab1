/** @module All that a turn has said so far, in this run and in earlier ones, and the one place where more is added. */
import { generateId, type UIMessageChunk } from 'ai';
import { nameOf, type TurnKey } from './turn.ts';

export interface TurnLog {
  readonly chunks: readonly UIMessageChunk[];
  emit(chunk: UIMessageChunk): void;
  /** The idempotency key of a call: another run of the turn finds the same one. */
  keyOf(toolCallId: string): string;
  /** The calls that are known so far. */
  calls(): Iterable<string>;
  /** Ends texts that were broken off. */
  closeOpenParts(): void;
  /** Takes back the step that an earlier run or a failing model left half-way. */
  resetStep(): void;
  /** Says something in a step of its own, or as the end of the running one. */
  say(text: string, within?: boolean): void;
}

/** The log of a turn that begins with what is stored of it; `onEmit` hears of everything after that. */
export function createTurnLog(
  turn: TurnKey,
  stored: readonly UIMessageChunk[],
  onEmit: (chunk: UIMessageChunk) => void,
): TurnLog {
  const chunks = [...stored];
  const keys = new Map<string, string>();
  const steps = { number: 0, calls: 0 };
  const open = new Map<string, 'text-end' | 'reasoning-end'>();

  /** Keeps count of steps and calls, so that every call has a key of its own. */
  const note = (chunk: UIMessageChunk) => {
    if (chunk.type === 'start-step') Object.assign(steps, { number: steps.number + 1, calls: 0 });
    if (chunk.type === 'reset-step') Object.assign(steps, { number: steps.number - 1, calls: 0 });
    if (chunk.type === 'tool-input-available') {
      steps.calls += 1;
      keys.set(chunk.toolCallId, `turn:${nameOf(turn)}/${steps.number}/${steps.calls}`);
    }
    if (chunk.type === 'text-start') open.set(chunk.id, 'text-end');
    if (chunk.type === 'reasoning-start') open.set(chunk.id, 'reasoning-end');
    if (chunk.type === 'text-end' || chunk.type === 'reasoning-end') open.delete(chunk.id);
    if (chunk.type === 'reset-step') open.clear();
  };
  for (const chunk of chunks) note(chunk);

  const emit = (chunk: UIMessageChunk) => {
    note(chunk);
    chunks.push(chunk);
    onEmit(chunk);
  };

  return {
    chunks,
    emit,
    keyOf: (toolCallId) => keys.get(toolCallId) ?? `turn:${nameOf(turn)}/${toolCallId}`,
    calls: () => keys.keys(),
    closeOpenParts() {
      for (const [id, type] of [...open]) emit({ type, id });
    },
    resetStep: () => emit({ type: 'reset-step' }),
    say(text, within = false) {
      const id = generateId();
      if (!within) emit({ type: 'start-step' });
      emit({ type: 'text-start', id });
      emit({ type: 'text-delta', id, delta: text });
      emit({ type: 'text-end', id });
      emit({ type: 'finish-step' });
    },
  };
}
