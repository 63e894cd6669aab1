/** @module The task routes: what came in is checked, handed to the service, and answered. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { refuseInvalid } from '../http/validation.ts';
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
  app.use('/:user_id/tasks', requireUser);
  app.use('/:user_id/tasks/*', requireUser);
  app.use('/:user_id/tasks/:id/complete', emptyBodyIsNone);

  app.openapi(routes.list, async (context) => {
    const { tasks: page, next } = await tasks.list(context.var.userId, context.req.valid('query'));
    if (next) {
      const query = new URLSearchParams(context.req.query());
      query.set('cursor', next);
      context.header('link', `<${encodeURI(context.req.path)}?${query}>; rel="next"`);
    }
    return context.json(page, 200);
  });

  app.openapi(routes.create, async (context) => {
    const task = await tasks.create(context.var.userId, context.req.valid('json'), {
      idempotencyKey: context.req.valid('header')['idempotency-key'],
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
    const ifMatch = context.req.valid('header')['if-match'];
    return answer(
      context,
      await tasks.replace(context.var.userId, id, context.req.valid('json'), { ifMatch }),
    );
  });

  app.openapi(routes.change, async (context) => {
    const { id } = context.req.valid('param');
    const ifMatch = context.req.valid('header')['if-match'];
    return answer(
      context,
      await tasks.change(context.var.userId, id, context.req.valid('json'), { ifMatch }),
    );
  });

  app.openapi(routes.complete, async (context) => {
    const { id } = context.req.valid('param');
    const { completed } = context.req.valid('json') ?? {};
    return answer(context, await tasks.complete(context.var.userId, id, completed));
  });

  app.openapi(routes.remove, async (context) => {
    const { id } = context.req.valid('param');
    await tasks.remove(context.var.userId, id, { ifMatch: context.req.valid('header')['if-match'] });
    return context.body(null, 204);
  });

  app.openapi(routes.restore, async (context) =>
    answer(context, await tasks.restore(context.var.userId, context.req.valid('param').id)),
  );

  return app;
}

function answer(context: Context, task: Task) {
  context.header('etag', etagOf(task));
  return context.json(task, 200);
}

/** Clients that always name JSON send nothing under its name: that is no body, not a broken one. */
const emptyBodyIsNone: RequireUser = async (context, next) => {
  if (context.req.method === 'PATCH' && (await context.req.text()).trim() === '') {
    const headers = new Headers(context.req.raw.headers);
    headers.delete('content-type');
    headers.delete('content-length');
    context.req.raw = new Request(context.req.url, { method: 'PATCH', headers });
    context.req.bodyCache = {};
  }
  await next();
};
