/**
 * @module Writes a turn's chunks to Postgres as they come: at once where a tool is called or answers, else gathered for
 * a few milliseconds. One write is under way at a time, so the order of the rows is the order of the chunks.
 */
import type { UIMessageChunk } from 'ai';
import type { ChunkBatch } from './turn.ts';

/** Readers of this process see words at once; others see them as often as this. */
const GATHER_MILLISECONDS = 300;
/** A tool's answer is safe with the tool: it only waits for the words that come with it. */
const ANSWER_MILLISECONDS = 4;

export interface RecorderOptions {
  /** The sequence number of the last batch that is already stored. */
  lastSequence: number;
  /** Calls that are already on record. */
  recorded: Iterable<string>;
  /** Stores a batch. False when the turn is no longer ours. */
  write: (batch: ChunkBatch) => Promise<boolean>;
  /** The turn was lost to another process, or could not be written. */
  onLost: (error?: unknown) => void;
}

export interface Recorder {
  push(chunk: UIMessageChunk): void;
  /** Resolves when everything pushed so far is stored; rejects when it never will be. */
  flush(): Promise<void>;
  /** Resolves when the call is on record. */
  recorded(toolCallId: string): Promise<void>;
  /** What is pushed but not under way to the database; it will not be written any more. Rejects when the turn is lost. */
  takeRest(): Promise<ChunkBatch>;
}

/** How long a chunk may wait for others. A call must be on record before it is made, so it waits for none. */
function patience(chunk: UIMessageChunk): number {
  if (chunk.type === 'tool-input-available') return 0;
  return chunk.type.startsWith('tool-') ? ANSWER_MILLISECONDS : GATHER_MILLISECONDS;
}

const notOurs = (cause?: unknown) => new Error('the turn is no longer ours', { cause });

/** A recorder for one run of one turn. */
export function createRecorder(options: RecorderOptions): Recorder {
  let sequence = options.lastSequence;
  let waiting: UIMessageChunk[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let timerDue = 0;
  let lost = false;
  const seen = new Map<string, PromiseWithResolvers<void>>();

  const entry = (toolCallId: string) => {
    const known = seen.get(toolCallId);
    if (known) return known;
    const created = Promise.withResolvers<void>();
    // Whoever waits handles the rejection; nobody has to wait.
    created.promise.catch(() => {});
    seen.set(toolCallId, created);
    if (lost) created.reject(notOurs());
    return created;
  };

  for (const toolCallId of options.recorded) entry(toolCallId).resolve();

  const lose = (error?: unknown) => {
    if (lost) return;
    lost = true;
    for (const { reject } of seen.values()) reject(notOurs(error));
    options.onLost(error);
  };

  const write = async (): Promise<void> => {
    if (lost) throw notOurs();
    if (waiting.length === 0) return;
    const chunks = waiting;
    waiting = [];
    sequence += 1;
    try {
      if (!(await options.write({ sequence, chunks }))) return lose();
    } catch (error) {
      return lose(error);
    }
    for (const chunk of chunks) if (chunk.type === 'tool-input-available') entry(chunk.toolCallId).resolve();
  };

  const schedule = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write, write);
    writing.catch(() => {});
    return writing;
  };

  return {
    push(chunk) {
      waiting.push(chunk);
      const due = Date.now() + patience(chunk);
      if (due <= Date.now()) void schedule();
      else if (!timer || due < timerDue) {
        clearTimeout(timer);
        timerDue = due;
        timer = setTimeout(schedule, patience(chunk));
      }
    },
    flush: () => schedule(),
    recorded: (toolCallId) => entry(toolCallId).promise,
    async takeRest() {
      clearTimeout(timer);
      await writing.catch(() => {});
      // A batch that was not stored would be missing before these.
      if (lost) throw notOurs();
      const chunks = waiting;
      waiting = [];
      return { sequence: sequence + 1, chunks };
    },
  };
}
