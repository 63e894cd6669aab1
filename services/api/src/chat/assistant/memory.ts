/** What the assistant knows from the conversation so far; rebuilt from the messages in every turn, stored nowhere. @module */
import type { ListFilter, Request, TaskSummary } from './requests.ts';

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
  | { ask: 'add'; title: string }
  | { ask: 'title' }
  | { ask: 'new-title'; task: Named };

export interface Memory {
  pending?: Pending;
  /** The tasks of the last list shown, in that order. */
  listed: TaskSummary[];
  /** The tasks that the last messages were about. */
  mentioned: Named[];
  /** For each turn that changed something, the calls that take it back; the newest last. */
  undo: ToolRequest[][];
}

export function emptyMemory(): Memory {
  return { listed: [], mentioned: [], undo: [] };
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

/** The call that takes a call back, if it changed anything. */
function reverse(call: RecordedCall): ToolRequest | undefined {
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

/** Takes note of what a finished turn did, whichever model did it. */
export function remember(memory: Memory, calls: readonly RecordedCall[], undid: boolean): Memory {
  const lists = calls.filter((call) => call.tool === 'list_tasks' && call.outcome?.ok);
  const changed = calls.filter((call) => call.tool !== 'list_tasks');
  const named = changed.map((call) => namedOf(call.outcome)).filter((task) => task !== undefined);
  const reversals = changed
    .map(reverse)
    .filter((call) => call !== undefined)
    .reverse();
  const undo = undid
    ? memory.undo.slice(0, -1)
    : reversals.length > 0
      ? [...memory.undo, reversals]
      : memory.undo;
  return {
    listed: lists.length > 0 ? tasksOf(lists.at(-1)?.outcome) : memory.listed,
    mentioned: named.length > 0 ? named : memory.mentioned,
    undo,
  };
}
