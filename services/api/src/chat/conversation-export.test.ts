import { describe, expect, it } from 'vitest';
import { type ConversationToExport, exportConversation } from './conversation-export.ts';

const moment = '2026-11-25T07:05:00.000Z';
const conversation: ConversationToExport = {
  id: 7,
  title: 'Buy milk & “eggs”',
  created_at: moment,
  updated_at: moment,
  messages: [
    { id: 'a', role: 'user', created_at: moment, parts: [{ type: 'text', text: 'Add milk\n' }] },
    {
      id: 'b',
      role: 'assistant',
      created_at: moment,
      parts: [
        { type: 'step-start' },
        {
          type: 'dynamic-tool',
          toolName: 'add_task',
          toolCallId: '1',
          state: 'output-available',
          input: { title: 'Milk `2 l`' },
          output: { task_id: 1 },
        },
        {
          type: 'dynamic-tool',
          toolName: 'delete_task',
          toolCallId: '2',
          state: 'output-error',
          input: { task_id: 9 },
          errorText: 'There is no task 9.',
        },
        {
          type: 'dynamic-tool',
          toolName: 'list_tasks',
          toolCallId: '3',
          state: 'input-available',
          input: {},
        },
        { type: 'text', text: ' Added it. ' },
        { type: 'text', text: ' ' },
      ],
    },
  ],
};

describe('an exported conversation', () => {
  it('reads as Markdown', () => {
    expect(exportConversation(conversation, 'markdown').body).toBe(
      [
        '# Buy milk & “eggs”',
        'Begun 2026-11-25 07:05 UTC.',
        '## You, 2026-11-25 07:05 UTC',
        'Add milk',
        '## Assistant, 2026-11-25 07:05 UTC',
        '- add_task ``{"title":"Milk `2 l`"}`` → `{"task_id":1}`',
        '- delete_task `{"task_id":9}` → failed: There is no task 9.',
        '- list_tasks `{}` → not done',
        'Added it.',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('is whole as JSON', () => {
    const { body, headers } = exportConversation(conversation, 'json');
    expect(JSON.parse(body)).toEqual(conversation);
    expect(headers['content-type']).toBe('application/json');
  });

  it.each([
    ['Buy milk', 'Buy-milk.md', 'Buy-milk.md'],
    ['Äpfel', 'pfel.md', '%C3%84pfel.md'],
    ['دودھ', 'conversation.md', '%D8%AF%D9%88%D8%AF%DA%BE.md'],
    ['../../etc/passwd"\r\nx: y', 'etc-passwd-x-y.md', 'etc-passwd-x-y.md'],
    ['🎉', 'conversation-7.md', 'conversation-7.md'],
  ])('titled %j is saved under a safe name', (title, ascii, real) => {
    const { headers } = exportConversation({ ...conversation, title }, 'markdown');
    expect(headers['content-disposition']).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${real}`);
  });
});
