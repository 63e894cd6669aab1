/** What agents read: resources, prompts, and what completes their arguments. */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokenService } from '../accounts/tokens.ts';
import { mcpRoutes } from './routes.ts';
import { connectTo } from './testing/connect-to.ts';
import { type TasksInMemory, tasksInMemory } from './testing/tasks-in-memory.ts';

const tokens = createTokenService(['a secret of at least thirty-two bytes']);
const logged: unknown[] = [];
let tasks: TasksInMemory;
let app: ReturnType<typeof mcpRoutes>;
let client: Client;

beforeEach(async () => {
  // A Wednesday; in Auckland it is Thursday.
  vi.useFakeTimers({ now: new Date('2026-11-25T12:30:00Z'), toFake: ['Date'] });
  logged.length = 0;
  tasks = tasksInMemory();
  app = mcpRoutes({
    tasks,
    tokens,
    timeZoneOf: async (userId) => (userId === 'ada' ? 'Pacific/Auckland' : 'UTC'),
    config: { publicUrl: new URL('http://localhost:3000'), version: '0.0.0' },
    logger: { error: (details) => logged.push(details) },
  });
  await tasks.create('ada', { title: 'Buy milk' });
  await tasks.create('ada', { title: 'Pay bills' });
  await tasks.complete('ada', 2, true);
  client = await connectTo(app, tokens, { userId: 'ada', scopes: ['read'] });
});
afterEach(() => vi.useRealTimers());

const read = async (uri: string) => {
  const { contents } = await client.readResource({ uri });
  const [first] = contents as { uri: string; mimeType: string; text: string }[];
  expect(contents).toHaveLength(1);
  expect(first).toMatchObject({ uri, mimeType: 'application/json' });
  return JSON.parse(first?.text ?? '');
};

it('shows resources and prompts as agents know them', async () => {
  const { resources } = await client.listResources();
  const { resourceTemplates } = await client.listResourceTemplates();
  const { prompts } = await client.listPrompts();
  expect({ resources, resourceTemplates, prompts }).toMatchSnapshot();
});

it("tells each client the user's own date when it begins", async () => {
  expect(client.getInstructions()).toContain('Thursday, 2026-11-26');
  expect(client.getInstructions()).toContain('Pacific/Auckland');
  const headers = { 'time-zone': 'America/New_York' };
  const travelling = await connectTo(app, tokens, { userId: 'ada', headers });
  expect(travelling.getInstructions()).toContain('Wednesday, 2026-11-25');
});

describe('resources', () => {
  it('are the list, the open tasks, and each task', async () => {
    expect((await read('todo://tasks')).tasks.map(({ id }: { id: number }) => id)).toEqual([1, 2]);
    expect((await read('todo://tasks?status=pending')).tasks.map(({ id }: { id: number }) => id)).toEqual([
      1,
    ]);
    expect(await read('todo://tasks/2')).toMatchObject({ id: 2, title: 'Pay bills', completed: true });
  });

  it('are one user’s alone, and nothing else is there', async () => {
    for (const uri of [
      'todo://tasks/3',
      'todo://tasks/0',
      'todo://tasks/1/x',
      'todo://tasks?status=x',
      'file:///etc/passwd',
    ]) {
      await expect(client.readResource({ uri }), uri).rejects.toMatchObject({
        code: -32002,
        data: { uri },
        message: expect.stringContaining('todo://tasks/{task_id}'),
      });
    }
    const eve = await connectTo(app, tokens, { userId: 'eve' });
    await expect(eve.readResource({ uri: 'todo://tasks/1' })).rejects.toMatchObject({ code: -32002 });
  });

  it('complete the numbers that are there', async () => {
    const ref = { type: 'ref/resource' as const, uri: 'todo://tasks/{task_id}' };
    const complete = async (value: string) =>
      (await client.complete({ ref, argument: { name: 'task_id', value } })).completion;
    expect(await complete('')).toEqual({ values: ['2', '1'], total: 2, hasMore: false });
    expect((await complete('1')).values).toEqual(['1']);
    expect((await complete('x')).values).toEqual([]);
  });

  it('keep the words of unexpected errors inside', async () => {
    tasks.list = async () => {
      throw new Error('password authentication failed for user postgres');
    };
    await expect(client.readResource({ uri: 'todo://tasks' })).rejects.toThrow(/problem on the server/);
    expect(logged).toHaveLength(1);
  });
});

describe('prompts', () => {
  const ask = async (name: string, args: Record<string, string> = {}) => {
    const { messages } = await client.getPrompt({ name, arguments: args });
    const [asked, attached] = messages as [
      { role: string; content: { type: string; text: string } },
      { content: { type: string; resource: { uri: string; text: string } } },
    ];
    expect(asked).toMatchObject({ role: 'user', content: { type: 'text' } });
    return { text: asked.content.text, resource: attached.content.resource };
  };

  it('plan the day of where the user is, with the open tasks', async () => {
    const { text, resource } = await ask('plan_my_day');
    expect(text).toContain('Plan my day: Thursday, 2026-11-26, in the time zone Pacific/Auckland');
    expect(resource).toMatchObject({ uri: 'todo://tasks?status=pending' });
    expect(resource.text).toContain('Buy milk');
    expect(resource.text).not.toContain('Pay bills');
    expect((await ask('plan_my_day', { day: '2026-12-01' })).text).toContain('Tuesday, 2026-12-01');
    expect((await ask('plan_my_day', { day: '' })).text).toContain('2026-11-26');
  });

  it('review a whole week, with every task', async () => {
    const { text, resource } = await ask('weekly_review', { day: '2026-03-01' });
    expect(text).toContain('from Monday, 2026-02-23 to Sunday, 2026-03-01');
    expect(resource.text).toContain('Pay bills');
  });

  it.each([
    ['plan_my_life', {}, 'There is no prompt plan_my_life. The prompts are plan_my_day, weekly_review.'],
    ['plan_my_day', { day: 'tomorrow' }, 'plan_my_day: day must be a calendar day written YYYY-MM-DD.'],
    ['plan_my_day', { date: '2026-12-01' }, 'plan_my_day takes no argument date, only day.'],
  ])('refuse %s %j with a way out', async (name, args, sentence) => {
    await expect(client.getPrompt({ name, arguments: args as Record<string, string> })).rejects.toMatchObject(
      {
        code: -32602,
        message: expect.stringContaining(sentence),
      },
    );
  });

  it('complete the days around today', async () => {
    const ref = { type: 'ref/prompt' as const, name: 'plan_my_day' };
    const complete = async (value: string, name = 'day') =>
      (await client.complete({ ref, argument: { name, value } })).completion.values;
    expect((await complete(''))[0]).toBe('2026-11-26');
    expect(await complete('2026-12')).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
    await expect(complete('', 'week')).rejects.toMatchObject({ code: -32602 });
  });
});
