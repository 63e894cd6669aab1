import { describe, expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

async function after(before: Parameters<typeof conversationWith>[0], ...messages: string[]) {
  const conversation = conversationWith(before);
  let text = '';
  for (const message of messages) ({ text } = await conversation.say(message));
  const tasks = await conversation.tasks();
  return { text, tasks, done: tasks.filter(({ completed }) => completed).map(({ id }) => id) };
}

const calls = ['Call bank', 'Call plumber', 'Laundry'];

describe('the other one', () => {
  it('is the candidate that was not taken', async () => {
    const { done } = await after(calls, 'i finished the call', 'the first one', 'complete the other one');
    expect(done).toEqual([1, 2]);
  });

  it('takes the place of the one that was taken by mistake', async () => {
    const { done } = await after(
      calls,
      'finish the call',
      'the first one',
      'no, not this one, the other one',
    );
    expect(done).toEqual([2]);
  });

  it('may be named', async () => {
    const { done } = await after(calls, 'finish call bank', 'finish the other call');
    expect(done).toEqual([1, 2]);
  });

  it('is asked about where more than one is left', async () => {
    const { text, done } = await after(calls, 'show my tasks', 'finish the first', 'finish the other one');
    expect(done).toEqual([1]);
    expect(text).toContain('Which one');
  });

  it('is nobody where none was spoken of', async () => {
    const { tasks } = await after(calls, 'delete the other one');
    expect(tasks).toHaveLength(3);
  });
});

describe('the others', () => {
  it('are what is left of the list, and a deletion of them is confirmed', async () => {
    const { tasks, text } = await after(calls, 'show my tasks', 'finish the first', 'delete the others');
    expect(tasks).toHaveLength(3);
    expect(text).toContain('Shall I go ahead?');
    const { done } = await after(calls, 'show my tasks', 'delete the first', 'the others are done');
    expect(done).toEqual([2, 3]);
  });
});
