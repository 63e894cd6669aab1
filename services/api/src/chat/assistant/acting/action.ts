/**
 * How a request is carried out: a generator that yields the tool calls it needs next and is given their outcomes. The
 * assistant holds no state between calls of the model: it runs the generator again and feeds it what is already in
 * the conversation.
 *
 * @module
 */
import type { Language } from '../language.ts';
import type { Memory, Named, Outcome, Pending, ToolRequest } from '../memory.ts';
import type { TaskSummary } from '../requests.ts';
import type { Now } from '../understanding/dates.ts';

export interface Scene {
  language: Language;
  now: Now;
  memory: Memory;
}

export interface Answer {
  text: string;
  pending?: Pending;
  /** What "it", "them" and "the second one" mean from now on. */
  mentioned?: Named[];
  listed?: TaskSummary[];
  undid?: boolean;
}

export type Action = Generator<ToolRequest[], Answer, Outcome[]>;

/** Runs one call inside an action. */
export function* call(
  tool: ToolRequest['tool'],
  args: ToolRequest['arguments'],
): Generator<ToolRequest[], Outcome, Outcome[]> {
  const [outcome] = yield [{ tool, arguments: args }];
  return outcome ?? { ok: false, error: '' };
}
