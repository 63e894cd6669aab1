import { expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

const open = async (message: string) => {
  const conversation = conversationWith(['Alpha', 'Beta', 'Gamma', 'Delta']);
  await conversation.say(message);
  return (await conversation.tasks()).map(({ title, completed }) => (completed ? `${title} ✓` : title));
};

it.each([
  'the first one is done and delete the second one',
  'mark task 1 as done and delete the second one',
  'پہلا کام مکمل ہو گیا اور دوسرا حذف کر دو',
  'task 1 complete kar do aur dusra delete kar do',
])('places are those of the list before anything changed: %s', async (message) => {
  expect(await open(message)).toEqual(['Alpha ✓', 'Gamma', 'Delta']);
});

it('counts anew in the next message', async () => {
  const conversation = conversationWith(['Alpha', 'Beta', 'Gamma']);
  await conversation.say('delete the first one');
  await conversation.say('delete the first one');
  expect((await conversation.tasks()).map(({ title }) => title)).toEqual(['Gamma']);
});
