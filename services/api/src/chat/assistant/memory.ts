/** What the assistant knows from the conversation so far; rebuilt from the messages in every turn, stored nowhere. @module */
import type { ListFilter, Request, TaskDraft, TaskSummary } from './requests.ts';

export type ToolName =
  | 'add_task'
  | 'list_tasks'
  | 'complete_task'
  | 'delete_task'
  | 'update_task'
  | 'restore_task';

export interface ToolRequest {
  tool: ToolName;
  arguments: Record<string, unknown>;
}

/** What came of a tool call. */
export type Outcome = { ok: true; value: Record<string, unknown> } | { ok: false; error: string };

/** A call with its outcome, if there is one yet. */
export interface RecordedCall extends ToolRequest {
  outcome?: Outcome;
}

export interface Named {
  id: number;
  title: string;
}

/** A question that the assistant asked and the next message may answer. */
export type Pending =
  | { ask: 'which'; request: Request; candidates: TaskSummary[] }
  | { ask: 'delete'; tasks: TaskSummary[]; filter: ListFilter }
  | { ask: 'suggestion'; request: Request; candidate: TaskSummary }
  | { ask: 'add'; draft: TaskDraft }
  /** Not asked for, so a "no" takes it back. */
  | { ask: 'added' }
  | { ask: 'title'; fields?: Partial<TaskDraft> }
  | { ask: 'new-title'; task: Named }
  | { ask: 'new-due'; task: Named };

export interface Memory {
  pending?: Pending;
  /** The tasks of the last list shown, in that order. */
  listed: TaskSummary[];
  /** The tasks that the last messages were about. */
  mentioned: Named[];
  /** The tasks of earlier messages too, the last one last: "both" may mean two that were added one by one. */
  recent: Named[];
  /** What the list just shown was about. */
  filter?: ListFilter;
  /** Whether the last message changed anything. */
  changed: boolean;
  /** What was asked for last, for "and task 2". */
  repeatable?: Request;
  /** For each turn that changed something, what takes its changes back, the last change first; the newest turn last. */
  undo: Reversal[][];
}

/** The calls that take one change back. */
export type Reversal = readonly ToolRequest[];

/** What is known before anything was said. */
export function emptyMemory(): Memory {
  return { listed: [], mentioned: [], recent: [], changed: false, undo: [] };
}

/** Tasks out of a `list_tasks` result; anything of another shape is left out. */
export function tasksOf(outcome: Outcome | undefined): TaskSummary[] {
  const tasks = outcome?.ok ? outcome.value.tasks : undefined;
  if (!Array.isArray(tasks)) return [];
  return tasks.filter(
    (task: unknown): task is TaskSummary =>
      typeof task === 'object' &&
      task !== null &&
      'id' in task &&
      'title' in task &&
      typeof task.title === 'string',
  );
}

/** The task that a changing tool's result is about. */
export function namedOf(outcome: Outcome | undefined): Named | undefined {
  if (!outcome?.ok) return undefined;
  const { task_id: id, title } = outcome.value;
  return typeof id === 'number' ? { id, title: typeof title === 'string' ? title : '' } : undefined;
}

/** The calls that take a call back, the last one first; none if it changed nothing. */
function reverse(call: RecordedCall): ToolRequest[] {
  const back = reverseOfOne(call);
  const parts = call.outcome?.ok ? call.outcome.value.subtasks : undefined;
  if (!back || !Array.isArray(parts)) return back ? [back] : [];
  const reopen = (task_id: number): ToolRequest => ({
    tool: 'complete_task',
    arguments: { task_id, completed: false },
  });
  const numbers = parts.filter((id) => typeof id === 'number');
  return [...numbers.map(reopen).reverse(), back];
}

function reverseOfOne(call: RecordedCall): ToolRequest | undefined {
  const task = namedOf(call.outcome);
  if (!task || !call.outcome?.ok) return undefined;
  const task_id = task.id;
  switch (call.tool) {
    case 'add_task':
    case 'restore_task':
      return { tool: 'delete_task', arguments: { task_id } };
    case 'delete_task':
      return { tool: 'restore_task', arguments: { task_id } };
    case 'complete_task':
      return {
        tool: 'complete_task',
        arguments: { task_id, completed: call.outcome.value.status !== 'completed' },
      };
    case 'update_task': {
      const { previous } = call.outcome.value;
      return typeof previous === 'object' && previous !== null
        ? { tool: 'update_task', arguments: { task_id, ...previous } }
        : undefined;
    }
    case 'list_tasks':
      return undefined;
  }
}

/** Takes note of what a finished turn did, whichever model did it; `left` is what an undo left to be taken back. */
export function remember(memory: Memory, calls: readonly RecordedCall[], left?: Reversal[][]): Memory {
  const lists = calls.filter((call) => call.tool === 'list_tasks' && call.outcome?.ok);
  const changed = calls.filter((call) => call.tool !== 'list_tasks');
  const named = changed.map((call) => namedOf(call.outcome)).filter((task) => task !== undefined);
  const reversals = changed
    .map((call) => reverse(call).reverse())
    .filter(({ length }) => length > 0)
    .reverse();
  const undo = left ?? (reversals.length > 0 ? [...memory.undo, reversals] : memory.undo);
  return {
    ...(memory.repeatable ? { repeatable: memory.repeatable } : {}),
    listed: lists.length > 0 ? tasksOf(lists.at(-1)?.outcome) : memory.listed,
    mentioned: named.length > 0 ? named : memory.mentioned,
    recent: memory.recent,
    changed: reversals.length > 0 && !left,
    undo,
  };
}
