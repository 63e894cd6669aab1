import { describe, expect, it } from 'vitest';
import { createApprovalPolicy, type PlannedCall } from './policy.ts';

const calls = (toolName: string, ...ids: number[]): PlannedCall[] =>
  ids.map((task_id, index) => ({
    toolCallId: `${toolName}-${task_id}-${index}`,
    toolName,
    input: { task_id },
  }));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function asked(made: PlannedCall[], step: PlannedCall[]): number {
  const policy = createApprovalPolicy(made);
  policy.plan(step);
  return step.filter(({ toolCallId }) => policy.asks(toolCallId)).length;
}

describe('what needs an approval', () => {
  it.each([
    ['one delete', [], calls('delete_task', 1), 0],
    ['two deletes at once: both', [], calls('delete_task', 1, 2), 2],
    ['a second delete in a later step', calls('delete_task', 1), calls('delete_task', 2), 1],
    ['the same delete again', calls('delete_task', 1), calls('delete_task', 1), 0],
    ['ten changes', [], calls('update_task', ...upTo(10)), 0],
    ['eleven changes: all', [], calls('update_task', ...upTo(11)), 11],
    [
      'changes of different kinds',
      [],
      [...calls('update_task', ...upTo(8)), ...calls('complete_task', ...upTo(8))],
      0,
    ],
    ['looking, however often', calls('list_tasks', ...upTo(30)), calls('list_tasks', 31), 0],
    ['only the kind that is bulk', [], [...calls('delete_task', 1, 2), ...calls('add_task', 3)], 2],
    ['a tool that nobody knows', [], calls('empty_trash', 1), 1],
  ])('%s', (_, made, step, count) => {
    expect(asked(made, step)).toBe(count);
  });
});
