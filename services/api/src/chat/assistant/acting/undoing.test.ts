import { expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

async function after(before: Parameters<typeof conversationWith>[0], ...messages: string[]) {
  const conversation = conversationWith(before);
  for (const message of messages) await conversation.say(message);
  return (await conversation.tasks()).map(({ title, completed }) => (completed ? `${title} ✓` : title));
}

it('takes back as many changes as are named, over several messages', async () => {
  const tasks = ['Gym', 'Essay', 'Report'];
  expect(await after(tasks, 'delete gym', 'finish essay', 'undo the last two')).toEqual(tasks);
  expect(await after(tasks, 'finish 1', 'finish 2', 'finish 3', 'undo the last two', 'undo')).toEqual(tasks);
});

it('takes back a part of what one message did', async () => {
  expect(await after([], 'add milk, bread and eggs', 'undo the last two')).toEqual(['Milk']);
  expect(await after([], 'add milk, bread and eggs', 'undo the last two', 'undo')).toEqual([]);
});

it('brings back deleted tasks only', async () => {
  expect(await after(['Gym', 'Essay'], 'delete gym', 'delete essay', 'bring both back')).toEqual([
    'Gym',
    'Essay',
  ]);
});

it('asks before a deletion that was only wondered about', async () => {
  expect(await after(['Gym', 'Essay'], 'should i delete the gym?')).toEqual(['Gym', 'Essay']);
  expect(await after(['Gym', 'Essay'], 'should i delete the gym?', 'yes')).toEqual(['Essay']);
  expect(await after(['Gym', 'Essay'], 'should i finish the essay?')).toEqual(['Gym', 'Essay']);
});
