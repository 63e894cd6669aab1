import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Task, UserEvent } from '../src/api-client/types.ts';
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
      const defaults = {
        description: '',
        completed: false,
        priority: 'medium',
        due_date: null,
        due_at: null,
        tags: [],
      };
      const task = {
        ...defaults,
        title: 'Untitled',
        ...fields,
        id,
        created_at: now,
        updated_at: now,
      } as Task;
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

  app.get('/api/:user/tasks', (c) => c.json([...tasks.values()]));
  app.post('/api/:user/tasks', async (c) => c.json(store.add(await c.req.json()), 201));
  app.patch('/api/:user/tasks/:id', async (c) =>
    found(store.change(Number(c.req.param('id')), await c.req.json())),
  );
  app.patch('/api/:user/tasks/:id/complete', async (c) =>
    found(store.change(Number(c.req.param('id')), await c.req.json())),
  );
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

  app.get('/api/:user/conversations', (c) => c.json([...conversations.values()].reverse()));
  app.get('/api/:user/conversations/:id', (c) => {
    const conversation = conversations.get(Number(c.req.param('id')));
    return conversation ? c.json(conversation) : problem(404, 'There is no such conversation.');
  });
  app.delete('/api/:user/conversations/:id', (c) => {
    conversations.delete(Number(c.req.param('id')));
    return c.body(null, 204);
  });
  app.get('/api/:user/chat/:id/stream', (c) => c.body(null, 204));
  app.post('/api/:user/chat/:id/stop', (c) => c.body(null, 204));
  app.post('/api/:user/chat', async (c) => {
    const { conversation_id, message } = await c.req.json<{ conversation_id?: number; message: string }>();
    if (message === 'fail') return problem(429, 'You have sent many messages. Please wait a minute.');
    const id = conversation_id ?? conversations.size + 1;
    const conversation = conversations.get(id) ?? { id, title: message, messages: [] };
    conversations.set(id, conversation);
    const { chunks, parts } = answerTo(message, store);
    const messageId = crypto.randomUUID();
    conversation.messages.push(
      { id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text: message }] },
      { id: messageId, role: 'assistant', parts },
    );
    c.header('x-vercel-ai-ui-message-stream', 'v1');
    return streamSSE(c, async (stream) => {
      const start = { type: 'start', messageId, messageMetadata: { conversation_id: id, turn_id: 1 } };
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
