import { describe, expect, it } from 'vitest';
import { conversationWith } from '../testing/conversation-with.ts';

async function after(before: Parameters<typeof conversationWith>[0], ...messages: string[]) {
  const conversation = conversationWith(before);
  let text = '';
  for (const message of messages) ({ text } = await conversation.say(message));
  return { text, tasks: await conversation.tasks() };
}

describe('a second thought', () => {
  it('after a task that was not found takes nothing back', async () => {
    const { tasks } = await after(
      ['Order stamps', 'Guitar lesson'],
      'mark 1 done',
      'mark the piano lesson as done',
      'oh i mean the guitar one',
    );
    expect(tasks.map(({ completed }) => completed)).toEqual([true, true]);
  });

  it('exchanges what was wrong in a title and in a note', async () => {
    const added = await after([], 'add buy present for Leo', 'sorry I meant Theo');
    expect(added.tasks.map(({ title }) => title)).toEqual(['Buy present for Theo']);
    const noted = await after(['Buy shoes'], 'note for task 1: size 42', 'no sorry 43');
    expect(noted.tasks[0]?.description).toBe('size 43');
  });
});

describe('a reminder of what was spoken of', () => {
  it('is another day for an open task, and a new task for a completed one', async () => {
    const open = await after(['Pay rent'], 'show 1', 'remind me again tomorrow');
    expect(open.tasks).toMatchObject([{ title: 'Pay rent', due_date: '2026-11-26' }]);
    const done = await after(['Pay rent'], 'ive paid the rent, remind me again on the 1st of december');
    expect(done.tasks).toMatchObject([
      { completed: true, due_date: null },
      { title: 'Pay rent', completed: false, due_date: '2026-12-01' },
    ]);
  });

  it('asks what of, where nothing was spoken of', async () => {
    const { text, tasks } = await after(['Pay rent'], 'remind me again tomorrow');
    expect(text).toContain('?');
    expect(tasks).toHaveLength(1);
  });
});

describe('putting back what was told of', () => {
  it.each([
    ['the plumber never turned up so put that one back on my list'],
    ['the plumber did not come, put it back'],
  ])('%s', async (message) => {
    const { tasks } = await after([{ title: 'Plumber visit', completed: true }, 'Call mom'], message);
    expect(tasks.map(({ completed }) => completed)).toEqual([false, false]);
  });

  it('brings back a task from the trash', async () => {
    const { tasks } = await after(
      ['Plumber visit', 'Call mom'],
      'delete 1',
      'add tea',
      'the plumber comes after all, so put it back',
    );
    expect(tasks.map(({ title }) => title)).toContain('Plumber visit');
  });
});

describe('the list that goes on', () => {
  it('is still about the same things', async () => {
    const before = [
      { title: 'Buy rice', tags: ['shopping'] },
      { title: 'Buy soap', tags: ['shopping'], completed: true },
      { title: 'Call Ahmed', completed: true },
    ];
    const { text } = await after(before, 'show tasks tagged shopping', 'and the ones already done?');
    expect(text).toContain('Buy soap');
    expect(text).not.toContain('Ahmed');
  });
});
