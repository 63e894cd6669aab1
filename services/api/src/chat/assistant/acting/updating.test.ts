import { expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

it('gives no two tasks one name', async () => {
  const conversation = conversationWith(['Report', 'Slides', 'Call mom']);
  const { done, text } = await conversation.say('rename report and slides to one thing');
  expect(done).not.toContain('update_task');
  expect(text).toContain('Which one');
  await conversation.say('the report');
  expect((await conversation.tasks()).map(({ title }) => title)).toEqual(['One thing', 'Slides', 'Call mom']);
});

it('moves only what is open', async () => {
  const conversation = conversationWith(['Report', { title: 'Rent', completed: true }]);
  await conversation.say('move everything to friday');
  expect((await conversation.tasks()).map(({ due_date }) => due_date)).toEqual(['2026-11-27', null]);
});
