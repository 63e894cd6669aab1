import { describe, expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

describe('long lists', () => {
  const titles = Array.from({ length: 730 }, (_, index) => `Sweep room ${index + 1}`);

  it('are read to their end', async () => {
    const conversation = conversationWith([...titles, 'Call mom']);
    expect((await conversation.say('how many tasks do I have?')).text).toContain('731');
    expect((await conversation.say('mark call mom as done')).calls.at(-1)).toEqual([
      'complete_task',
      { task_id: 731 },
    ]);
  });

  it('are deleted as a whole after one question', async () => {
    const conversation = conversationWith(titles);
    expect((await conversation.say('delete everything')).text).toContain('730 tasks');
    await conversation.say('yes');
    expect(await conversation.tasks()).toEqual([]);
  });

  it('are looked at once', async () => {
    const { calls } = await conversationWith(['Buy groceries']).say('mark the grocery shopping as done');
    expect(calls.filter(([tool]) => tool === 'list_tasks')).toHaveLength(1);
  });
});
