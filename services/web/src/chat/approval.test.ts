import { describe, expect, test } from 'vitest';
import { approvalOf } from './approval.ts';
import type { ChatMessage } from './chat-message.ts';

const soon = '2030-01-01T01:00:00.000Z';
const now = Date.parse('2030-01-01T00:30:00.000Z');

type Change = Record<string, unknown> & { descriptor?: Record<string, unknown> };

function asking(state = 'approval-requested', change: Change = {}): ChatMessage {
  const { descriptor, ...approval } = change;
  return {
    id: 'a',
    role: 'assistant',
    metadata: { turn_id: 4 },
    parts: [1, 2].map((task_id) => ({
      type: 'dynamic-tool',
      toolName: 'delete_task',
      toolCallId: `call-${task_id}`,
      state,
      input: { task_id },
      approval: {
        id: `approval-${task_id}`,
        signature: `signature-${task_id}`,
        descriptor: { title: `Task ${task_id}`, expires_at: soon, ...descriptor },
        ...approval,
      },
    })) as ChatMessage['parts'],
  };
}

const said: ChatMessage = { id: 'u', role: 'user', parts: [{ type: 'text', text: 'Well' }] };

describe('what an answer asks for', () => {
  test('is read with its titles, numbers and signatures', () => {
    expect(approvalOf(asking(), [], now)).toEqual({
      turn: 4,
      state: 'open',
      expiresAt: Date.parse(soon),
      calls: [1, 2].map((task) => ({
        id: `approval-${task}`,
        signature: `signature-${task}`,
        tool: 'delete_task',
        title: `Task ${task}`,
        task,
      })),
    });
  });

  test('is nothing in an answer that asks for nothing', () => {
    expect(approvalOf(said, [], now)).toBeUndefined();
    expect(
      approvalOf(asking('output-available', { isAutomatic: true, approved: true }), [], now),
    ).toBeUndefined();
  });

  test.each([
    ['expired', asking(), [], Date.parse(soon)],
    ['lapsed', asking(), [said], now],
    ['approved', asking('approval-responded', { approved: true }), [], now],
    ['approved', asking(), [said, asking('output-available', { isAutomatic: true })], now],
    ['rejected', asking('output-denied', { approved: false, descriptor: { closed: 'rejected' } }), [], now],
    ['lapsed', asking('output-denied', { approved: false, descriptor: { closed: 'lapsed' } }), [said], now],
  ])('is %s', (state, message, later, at) => {
    expect(approvalOf(message, later, at)?.state).toBe(state);
  });
});
