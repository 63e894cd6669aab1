/** @module Which calls of a turn are bulk, and so need the person's approval before they run. */

/** A call that a model asks for. */
export interface PlannedCall {
  toolCallId: string;
  toolName: string;
  input: unknown;
}

/** More calls of one kind in one turn than this are bulk. Tools that change nothing are not here: they never are. */
const LIMITS = new Map([
  ['delete_task', 1],
  ['complete_task', 10],
  ['update_task', 10],
  ['restore_task', 25],
  ['add_task', 25],
]);

/** The reading tools; whatever else a server may offer one day is asked for each time. */
const READING = new Set(['list_tasks']);

export interface ApprovalPolicy {
  /** Takes note of all calls of one step, before any of them is made. */
  plan(calls: readonly PlannedCall[]): void;
  /** Whether the call must wait for an approval. */
  asks(toolCallId: string): boolean;
}

/**
 * The policy for one run of a turn. `made` are the calls of its earlier steps: they count, so that one call a step
 * is no way around it.
 */
export function createApprovalPolicy(made: readonly PlannedCall[]): ApprovalPolicy {
  const earlier: PlannedCall[] = [...made];
  const asking = new Set<string>();
  return {
    plan(calls) {
      for (const name of new Set(calls.map(({ toolName }) => toolName))) {
        if (READING.has(name)) continue;
        const own = calls.filter(({ toolName }) => toolName === name);
        const total = different([...earlier.filter(({ toolName }) => toolName === name), ...own]);
        if (total > (LIMITS.get(name) ?? 0)) for (const { toolCallId } of own) asking.add(toolCallId);
      }
      earlier.push(...calls);
    },
    asks: (toolCallId) => asking.has(toolCallId),
  };
}

/** A model that repeats a call does one thing, not two. */
function different(calls: readonly PlannedCall[]): number {
  return new Set(calls.map(({ input }) => JSON.stringify(input))).size;
}
