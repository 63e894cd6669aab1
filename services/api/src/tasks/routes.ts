/** @module The task routes: what came in is checked, handed to the service, and answered. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { linkToNext } from '../http/next-page.ts';
import { methodNotAllowed, refuseInvalid } from '../http/validation.ts';
import { etagOf, namesTask } from './etag.ts';
import * as routes from './openapi.ts';
import type { Task } from './schema.ts';
import type { TaskService } from './service.ts';

export interface TaskRouteDependencies {
  tasks: TaskService;
  requireUser: RequireUser;
}

/** The task routes, to be mounted under `/api`. */
export function taskRoutes({ tasks, requireUser }: TaskRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  // Means the path itself too.
  app.use('/:user_id/tasks/*', requireUser);
  app.use('/:user_id/undo', requireUser);
  app.use('/:user_id/tasks/:id/complete', emptyBodyIsNone);
  app.use('/:user_id/undo', emptyBodyIsNone);

  // Before the routes of one task, whose number could be meant by no other word.
  app.openapi(routes.bulk, async (context) => {
    const { userId, timeZone } = context.var;
    const idempotencyKey = context.req.valid('header')['idempotency-key'];
    const changed = await tasks.bulk(userId, context.req.valid('json'), { idempotencyKey, timeZone });
    return context.json({ tasks: changed }, 200);
  });

  app.all('/:user_id/tasks/bulk', (context) => {
    throw methodNotAllowed(context, ['POST']);
  });

  app.openapi(routes.list, async (context) => {
    const { tasks: page, next } = await tasks.list(context.get('userId'), context.req.valid('query'));
    if (!next) return jsonAnswer(page, 200);
    return jsonAnswer(page, 200, linkToNext(context, next));
  });

  app.openapi(routes.create, async (context) => {
    const task = await tasks.create(context.var.userId, context.req.valid('json'), {
      idempotencyKey: context.req.valid('header')['idempotency-key'],
      timeZone: context.var.timeZone,
    });
    const owner = encodeURIComponent(context.var.userId);
    context.header('location', `/api/${owner}/tasks/${task.id}`);
    context.header('etag', etagOf(task));
    return context.json(task, 201);
  });

  app.openapi(routes.get, async (context) => {
    const task = await tasks.get(context.var.userId, context.req.valid('param').id);
    const seen = context.req.header('if-none-match');
    if (seen && namesTask(seen, task)) return context.body(null, 304, { etag: etagOf(task) });
    return answer(context, task);
  });

  app.openapi(routes.replace, async (context) => {
    const { id } = context.req.valid('param');
    const options = { ...given(context.req.valid('header')), timeZone: context.var.timeZone };
    return answer(context, await tasks.replace(context.var.userId, id, context.req.valid('json'), options));
  });

  app.openapi(routes.change, async (context) => {
    const { id } = context.req.valid('param');
    const options = { ...given(context.req.valid('header')), timeZone: context.var.timeZone };
    return answer(context, await tasks.change(context.var.userId, id, context.req.valid('json'), options));
  });

  app.openapi(routes.complete, async (context) => {
    const { id } = context.req.valid('param');
    const { completed } = context.req.valid('json') ?? {};
    const options = { ...given(context.req.valid('header')), timeZone: context.var.timeZone };
    const { task, next } = await tasks.complete(context.var.userId, id, completed, options);
    if (next) context.header('next-task', String(next.id));
    return answer(context, task);
  });

  app.openapi(routes.remove, async (context) => {
    const { id } = context.req.valid('param');
    await tasks.remove(context.var.userId, id, given(context.req.valid('header')));
    return context.body(null, 204);
  });

  app.openapi(routes.restore, async (context) => {
    const { id } = context.req.valid('param');
    return answer(context, await tasks.restore(context.var.userId, id, given(context.req.valid('header'))));
  });

  app.openapi(routes.undo, async (context) => {
    const idempotencyKey = context.req.valid('header')['idempotency-key'];
    const request = context.req.valid('json') ?? {};
    return context.json(await tasks.undo(context.var.userId, request, { idempotencyKey }), 200);
  });

  return app;
}

interface ChangeHeaders {
  'if-match'?: string | undefined;
  'idempotency-key'?: string | undefined;
}

/** What the headers of a change ask for. */
function given(headers: ChangeHeaders): { ifMatch: string | undefined; idempotencyKey: string | undefined } {
  return { ifMatch: headers['if-match'], idempotencyKey: headers['idempotency-key'] };
}

function answer(context: Context, task: Task) {
  context.header('etag', etagOf(task));
  return context.json(task, 200);
}

/** Clients that always name JSON send nothing under its name: that is no body, not a broken one. */
const emptyBodyIsNone: RequireUser = async (context, next) => {
  if (['PATCH', 'POST'].includes(context.req.method) && (await context.req.text()).trim() === '') {
    const headers = new Headers(context.req.raw.headers);
    headers.delete('content-type');
    headers.delete('content-length');
    context.req.raw = new Request(context.req.url, { method: context.req.method, headers });
    context.req.bodyCache = {};
  }
  await next();
};
