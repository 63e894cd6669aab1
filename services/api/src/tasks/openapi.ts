/** @module The task routes as OpenAPI describes them. */
import { createRoute, z } from '@hono/zod-openapi';
import { callerProblems, json, numberInPath, problem, userPath } from '../http/openapi.ts';
import {
  newTaskSchema,
  taskChangesSchema,
  taskFilterSchema,
  taskReplacementSchema,
  taskSchema,
} from './schema.ts';

const tags = ['Tasks'];
const taskPath = userPath.extend({ id: numberInPath });

const ifMatch = z.object({
  'if-match': z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: 'The ETag last seen: the change is refused (412) when the task has moved on' }),
});
const idempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, { error: 'must be 1 to 255 printable ASCII characters' })
    .optional()
    .openapi({
      description: 'Any unique text: the same key with the same body answers again, and does nothing twice',
    }),
});

const absent = { ...callerProblems, 404: problem('No such task') };
const wrongBody = { 400: problem('The body is not JSON'), 415: problem('The body is not application/json') };
const guarded = { ...absent, ...wrongBody, 412: problem('The task is no longer as If-Match names it') };
const etag = { ETag: { schema: { type: 'string' as const }, description: 'Names this state of the task' } };
const task = (description: string) => ({ ...json(taskSchema, description), headers: etag });
const body = <Schema extends z.ZodType>(schema: Schema, required = true) => ({
  content: { 'application/json': { schema } },
  required,
});

export const list = createRoute({
  method: 'get',
  path: '/{user_id}/tasks',
  tags,
  summary: 'List tasks',
  request: { params: userPath, query: taskFilterSchema },
  responses: {
    200: {
      ...json(z.array(taskSchema), 'One page'),
      headers: { Link: { schema: { type: 'string' }, description: '`rel="next"` when there is more' } },
    },
    ...callerProblems,
  },
});

export const create = createRoute({
  method: 'post',
  path: '/{user_id}/tasks',
  tags,
  summary: 'Add a task',
  request: { params: userPath, headers: idempotencyKey, body: body(newTaskSchema) },
  responses: {
    201: {
      ...json(taskSchema, 'The new task'),
      headers: { ...etag, Location: { schema: { type: 'string' }, description: 'Its address' } },
    },
    ...callerProblems,
    ...wrongBody,
  },
});

export const get = createRoute({
  method: 'get',
  path: '/{user_id}/tasks/{id}',
  tags,
  summary: 'Read a task',
  request: { params: taskPath },
  responses: { 200: task('The task'), 304: { description: 'As If-None-Match names it' }, ...absent },
});

export const replace = createRoute({
  method: 'put',
  path: '/{user_id}/tasks/{id}',
  tags,
  summary: 'Replace a task: what is not given is emptied',
  request: { params: taskPath, headers: ifMatch, body: body(taskReplacementSchema) },
  responses: { 200: task('The task as it is now'), ...guarded },
});

export const change = createRoute({
  method: 'patch',
  path: '/{user_id}/tasks/{id}',
  tags,
  summary: 'Change a task: what is not given stays',
  request: { params: taskPath, headers: ifMatch, body: body(taskChangesSchema) },
  responses: { 200: task('The task as it is now'), ...guarded },
});

export const complete = createRoute({
  method: 'patch',
  path: '/{user_id}/tasks/{id}/complete',
  tags,
  summary: 'Complete or reopen a task; without a body it toggles',
  request: {
    params: taskPath,
    body: body(z.object({ completed: z.boolean().optional() }).openapi('Completion'), false),
  },
  responses: { 200: task('The task as it is now'), ...absent, ...wrongBody },
});

export const remove = createRoute({
  method: 'delete',
  path: '/{user_id}/tasks/{id}',
  tags,
  summary: 'Move a task to the trash, where it stays for 30 days',
  request: { params: taskPath, headers: ifMatch },
  responses: {
    204: { description: 'It is in the trash' },
    ...absent,
    412: problem('The task is no longer as If-Match names it'),
  },
});

export const restore = createRoute({
  method: 'post',
  path: '/{user_id}/tasks/{id}/restore',
  tags,
  summary: 'Bring a task back from the trash',
  request: { params: taskPath },
  responses: { 200: task('The task'), ...absent },
});
