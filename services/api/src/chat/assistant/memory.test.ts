import { expect, it } from 'vitest';
import { emptyMemory, remember } from './memory.ts';

it('takes a completed task back together with the subtasks that were completed with it', () => {
  const value = { task_id: 1, status: 'completed', title: 'Party', subtasks: [2, 3] };
  const call = {
    tool: 'complete_task' as const,
    arguments: { task_id: 1 },
    outcome: { ok: true as const, value },
  };
  const { undo } = remember(emptyMemory(), [call]);
  expect(undo[0]?.flat().map((back) => back.arguments)).toEqual([
    { task_id: 1, completed: false },
    { task_id: 2, completed: false },
    { task_id: 3, completed: false },
  ]);
});
