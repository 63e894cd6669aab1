import { expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

const meetings = [
  { title: 'Team meeting', due_date: '2026-11-26' },
  { title: 'Budget meeting', due_date: '2026-11-27' },
];
const left = async (conversation: ReturnType<typeof conversationWith>) =>
  (await conversation.tasks()).map(({ title }) => title);

it('lets a day tell which of several tasks is meant', async () => {
  const conversation = conversationWith(meetings);
  await conversation.say("delete tomorrow's meeting");
  expect(await left(conversation)).toEqual(['Budget meeting']);
});

it('asks where the day tells nothing', async () => {
  const conversation = conversationWith(meetings);
  const { text } = await conversation.say("delete monday's meeting");
  expect(text).toContain('?');
  expect(await left(conversation)).toHaveLength(2);
});

it('takes a yes for a deletion that it asked about, also behind what else was asked', async () => {
  const conversation = conversationWith(['Gym', 'Laundry']);
  const { text } = await conversation.say('no more gym, but add swimming');
  expect(text).toContain('?');
  expect(await left(conversation)).toEqual(['Gym', 'Laundry', 'Swimming']);
  await conversation.say('yes');
  expect(await left(conversation)).toEqual(['Laundry', 'Swimming']);
});
