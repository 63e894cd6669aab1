import type { ToolCall } from './tool-call.ts';
import { undoCalls } from './undo-calls.ts';
import { useUndoTools } from './use-undo-tools.ts';

/** How to take back what tools did. */
export function useUndo(): (calls: readonly ToolCall[]) => Promise<boolean> {
  const tools = useUndoTools();
  return (calls) => undoCalls(tools, calls);
}
