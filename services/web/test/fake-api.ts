import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { streamSSE } from 'hono/streaming';
import type { Task, UserEvent } from '../src/api-client/types.ts';
import { draftTask } from '../src/tasks/changes/drafts.ts';
import { fakeAccount } from './fake-account.ts';
import { answerTo } from './fake-assistant.ts';

const user = { id: 'ada-1', name: 'Ada Lovelace', email: 'ada@example.com' };

/** An api with the routes that the app uses, in memory: for tests and for looking at the pages alone. */
export function fakeApi({ chunkMilliseconds = 0 } = {}) {
  const tasks = new Map<number, Task>();
  const trash = new Map<number, Task>();
  const conversations = new Map<number, { id: number; title: string; messages: unknown[] }>();
  const listeners = new Set<(event: UserEvent) => void>();
  const tell = (type: 'task.created' | 'task.updated' | 'task.deleted' | 'task.restored', task: Task) => {
    for (const listener of listeners) listener({ type, task });
    return task;
  };

  const store = {
    tasks,
    add(fields: Partial<Task>): Task {
      const now = new Date().toISOString();
      const id = tasks.size + trash.size + 1;
      const task: Task = {
        ...draftTask({ title: 'Untitled' }, id, now),
        ...fields,
        id,
        created_at: now,
        updated_at: now,
      };
      tasks.set(id, task);
      return tell('task.created', task);
    },
    change(id: number, fields: Partial<Task>): Task | undefined {
      const task = tasks.get(id);
      if (!task) return undefined;
      const changed = { ...task, ...fields, id, updated_at: new Date().toISOString() };
      tasks.set(id, changed);
      return tell('task.updated', changed);
    },
    remove(id: number): Task | undefined {
      const task = tasks.get(id);
      if (!task) return undefined;
      tasks.delete(id);
      trash.set(id, task);
      return tell('task.deleted', task);
    },
    restore(id: number): Task | undefined {
      const task = trash.get(id);
      if (!task) return undefined;
      trash.delete(id);
      tasks.set(id, task);
      return tell('task.restored', task);
    },
  };

  const app = new Hono();
  app.use(requestId());
  const problem = (status: number, detail: string) =>
    Response.json(
      { type: 'about:blank', title: detail, status, detail },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );
  const found = (task: Task | undefined) =>
    task ? Response.json(task) : problem(404, 'There is no such task.');

  app.get('/api/auth/get-session', (c) =>
    c.json(c.req.header('cookie')?.includes('session_token') ? { user } : null),
  );
  app.post('/api/auth/:mode/email', async (c) => {
    const { password } = await c.req.json();
    if (password === 'wrong-password') return problem(401, 'Invalid email or password');
    c.header('Set-Cookie', 'todo.session_token=1; Path=/; HttpOnly; SameSite=Lax', { append: true });
    c.header('Set-Cookie', 'todo.session_data=2; Path=/; HttpOnly; SameSite=Lax', { append: true });
    return c.json({ user });
  });
  app.post('/api/auth/sign-out', (c) => {
    c.header('Set-Cookie', 'todo.session_token=; Path=/; Max-Age=0', { append: true });
    c.header('Set-Cookie', 'todo.session_data=; Path=/; Max-Age=0', { append: true });
    return c.json({ success: true });
  });

  // What tasks and trash were before each change, to take it back.
  const past: { tasks: Map<number, Task>; trash: Map<number, Task> }[] = [];
  app.on(['POST', 'PATCH', 'DELETE'], '/api/:user/tasks/*', async (_, next) => {
    past.push({ tasks: new Map(tasks), trash: new Map(trash) });
    await next();
  });

  app.route('/', fakeAccount());

  app.get('/api/:user/tasks', (c) => {
    const shown = c.req.query('status') === 'trashed' ? trash : tasks;
    const q = c.req.query('q');
    // As forgiving as one letter.
    const isAlike = ({ title }: Task) => !q || title.toLowerCase().startsWith(q.slice(0, 1).toLowerCase());
    return c.json([...shown.values()].filter(isAlike));
  });
  app.post('/api/:user/tasks', async (c) => c.json(store.add(await c.req.json()), 201));
  app.post('/api/:user/tasks/bulk', async (c) => {
    const { ids, action, changes, add_tags = [], remove_tags = [] } = await c.req.json();
    const changed = ids.map((id: number) => {
      if (action === 'delete') return store.remove(id);
      if (action === 'restore') return store.restore(id);
      if (action !== 'change') return store.change(id, { completed: action === 'complete' });
      const before = tasks.get(id)?.tags ?? [];
      const tags = [...new Set([...before, ...add_tags])].filter((tag) => !remove_tags.includes(tag));
      return store.change(id, { ...changes, tags });
    });
    return c.json({ tasks: changed });
  });
  app.post('/api/:user/undo', (c) => {
    const before = past.pop();
    if (!before) return problem(404, 'There is nothing to undo.');
    const touched = new Set(
      [...tasks.keys(), ...trash.keys()].filter((id) => tasks.get(id) !== before.tasks.get(id)),
    );
    const now = new Map([...tasks, ...trash]);
    for (const id of touched) {
      const task = before.tasks.get(id) ?? now.get(id);
      if (!task) continue;
      (before.tasks.has(id) ? trash : tasks).delete(id);
      (before.tasks.has(id) ? tasks : trash).set(id, task);
    }
    const all = new Map([...tasks, ...trash]);
    return c.json({
      action: 'change',
      changed_at: new Date().toISOString(),
      tasks: [...touched].map((id) => all.get(id)),
      trashed: [...touched].filter((id) => trash.has(id)),
    });
  });
  app.get('/api/:user/tasks/:id', (c) => found(tasks.get(Number(c.req.param('id')))));
  app.patch('/api/:user/tasks/:id', async (c) =>
    found(store.change(Number(c.req.param('id')), await c.req.json())),
  );
  app.patch('/api/:user/tasks/:id/complete', async (c) => {
    const task = store.change(Number(c.req.param('id')), await c.req.json());
    if (task?.completed && task.recurrence && task.due_date) {
      // Whatever the rule, it is due again in a week.
      const due = new Date(Date.parse(task.due_date) + 7 * 86_400_000).toISOString().slice(0, 10);
      store.add({ ...task, completed: false, due_date: due });
    }
    return found(task);
  });
  app.delete('/api/:user/tasks/:id', (c) =>
    store.remove(Number(c.req.param('id'))) ? c.body(null, 204) : found(undefined),
  );
  app.post('/api/:user/tasks/:id/restore', (c) => found(store.restore(Number(c.req.param('id')))));

  app.get('/api/:user/events', (c) =>
    streamSSE(c, async (stream) => {
      let id = 0;
      const listener = (event: UserEvent) =>
        void stream.writeSSE({ id: String(++id), event: 'task', data: JSON.stringify(event) });
      listeners.add(listener);
      await stream.write('retry: 1000\n\n');
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      listeners.delete(listener);
    }),
  );

  app.get('/api/:user/conversations', (c) => {
    const all = [...conversations.values()].reverse();
    const q = c.req.query('q')?.toLowerCase();
    if (!q) return c.json(all);
    const found = all.filter((conversation) => JSON.stringify(conversation).toLowerCase().includes(q));
    return c.json(found.map((conversation) => ({ ...conversation, excerpt: `…so we said ${q} there…` })));
  });
  app.patch('/api/:user/conversations/:id', async (c) => {
    const conversation = conversations.get(Number(c.req.param('id')));
    if (!conversation) return problem(404, 'There is no such conversation.');
    return c.json(Object.assign(conversation, await c.req.json()));
  });
  app.get('/api/:user/conversations/:id/export', (c) =>
    c.text('# A conversation\n', 200, { 'content-disposition': 'attachment; filename="a.md"' }),
  );
  app.get('/api/:user/conversations/:id', (c) => {
    const conversation = conversations.get(Number(c.req.param('id')));
    if (!conversation) return problem(404, 'There is no such conversation.');
    const { limit } = c.req.query();
    const messages = conversation.messages.slice(limit ? -Number(limit) : 0);
    return c.json({ ...conversation, messages });
  });
  app.delete('/api/:user/conversations/:id', (c) => {
    conversations.delete(Number(c.req.param('id')));
    return c.body(null, 204);
  });
  app.get('/api/:user/chat/:id/stream', (c) => c.body(null, 204));
  app.post('/api/:user/chat/:id/stop', (c) => c.body(null, 204));
  app.post('/api/:user/chat', async (c) => {
    const { conversation_id, message, replaces_turn } = await c.req.json<{
      conversation_id?: number;
      message: string;
      replaces_turn?: number;
    }>();
    if (message === 'fail') return problem(429, 'You have sent many messages. Please wait a minute.');
    const id = conversation_id ?? conversations.size + 1;
    const conversation = conversations.get(id) ?? { id, title: message, messages: [] };
    conversations.set(id, conversation);
    if (replaces_turn) conversation.messages.length = 2 * (replaces_turn - 1);
    const turn_id = conversation.messages.length / 2 + 1;
    const { chunks, parts } = answerTo(message, store);
    const messageId = crypto.randomUUID();
    conversation.messages.push(
      { id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text: message }] },
      { id: messageId, role: 'assistant', parts, metadata: { turn_id } },
    );
    c.header('x-vercel-ai-ui-message-stream', 'v1');
    return streamSSE(c, async (stream) => {
      const start = { type: 'start', messageId, messageMetadata: { conversation_id: id, turn_id } };
      for (const chunk of [start, ...chunks, { type: 'finish' }]) {
        await stream.writeSSE({ data: JSON.stringify(chunk) });
        if (chunkMilliseconds) await stream.sleep(chunkMilliseconds);
      }
      await stream.writeSSE({ data: '[DONE]' });
    });
  });

  return { app, store };
}

/** A server for any app on a free port of this machine. */
export async function listen(app: Pick<Hono, 'fetch'>, port = 0) {
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
