/** @module The task routes as OpenAPI describes them. */
import { createRoute, z } from '@hono/zod-openapi';
import { callerProblems, idempotencyHeader, json, numberInPath, problem, userPath } from '../http/openapi.ts';
import { bulkSchema } from './bulk.ts';
import {
  newTaskSchema,
  taskChangesSchema,
  taskFilterSchema,
  taskReplacementSchema,
  taskSchema,
} from './schema.ts';
import { undoneSchema, undoRequestSchema } from './undo.ts';

const tags = ['Tasks'];
const taskPath = userPath.extend({ id: numberInPath });

const ifMatch = z.object({
  'if-match': z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: 'The ETag last seen: the change is refused (412) when the task has moved on' }),
});
const ifNoneMatch = z.object({
  'if-none-match': z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: 'The ETag last seen: 304 when the task is still the same' }),
});

const guardedOnce = ifMatch.extend(idempotencyHeader.shape);

const absent = { ...callerProblems, 404: problem('No such task') };
const wrongBody = { 400: problem('The body is not JSON'), 415: problem('The body is not application/json') };
const notAsSeen = { 412: problem('The task is no longer as If-Match names it') };
const guarded = { ...absent, ...wrongBody, ...notAsSeen };
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
  operationId: 'listTasks',
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
  operationId: 'createTask',
  summary: 'Add a task',
  request: { params: userPath, headers: idempotencyHeader, body: body(newTaskSchema) },
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
  operationId: 'getTask',
  summary: 'Read a task',
  request: { params: taskPath, headers: ifNoneMatch },
  responses: { 200: task('The task'), 304: { description: 'As If-None-Match names it' }, ...absent },
});

export const replace = createRoute({
  method: 'put',
  path: '/{user_id}/tasks/{id}',
  tags,
  operationId: 'replaceTask',
  summary: 'Replace a task: what is not given is emptied',
  request: { params: taskPath, headers: guardedOnce, body: body(taskReplacementSchema) },
  responses: { 200: task('The task as it is now'), ...guarded },
});

export const change = createRoute({
  method: 'patch',
  path: '/{user_id}/tasks/{id}',
  tags,
  operationId: 'changeTask',
  summary: 'Change a task: what is not given stays',
  request: { params: taskPath, headers: guardedOnce, body: body(taskChangesSchema) },
  responses: { 200: task('The task as it is now'), ...guarded },
});

export const complete = createRoute({
  method: 'patch',
  path: '/{user_id}/tasks/{id}/complete',
  tags,
  operationId: 'completeTask',
  summary: 'Complete or reopen a task; without a body it toggles',
  description:
    'The open subtasks of a task that is completed are completed with it. Completing a recurring task makes the next one, whose number is in the header Next-Task; reopening it takes that one back while nobody has touched it.',
  request: {
    params: taskPath,
    headers: guardedOnce,
    body: body(z.object({ completed: z.boolean().optional() }).openapi('Completion'), false),
  },
  responses: {
    200: {
      ...json(taskSchema, 'The task as it is now'),
      headers: {
        ...etag,
        'Next-Task': {
          schema: { type: 'integer' as const },
          description: 'The number of the task that completing this one has made',
        },
      },
    },
    ...guarded,
  },
});

export const remove = createRoute({
  method: 'delete',
  path: '/{user_id}/tasks/{id}',
  tags,
  operationId: 'deleteTask',
  summary: 'Move a task to the trash, where it stays for 30 days; its subtasks go with it',
  request: { params: taskPath, headers: guardedOnce },
  responses: {
    204: { description: 'It is in the trash' },
    ...absent,
    ...notAsSeen,
  },
});

export const restore = createRoute({
  method: 'post',
  path: '/{user_id}/tasks/{id}/restore',
  tags,
  operationId: 'restoreTask',
  summary: 'Bring a task back from the trash, with the subtasks that went there with it',
  request: { params: taskPath, headers: guardedOnce },
  responses: { 200: task('The task'), ...absent, ...notAsSeen },
});

export const bulk = createRoute({
  method: 'post',
  path: '/{user_id}/tasks/bulk',
  tags,
  operationId: 'changeTasks',
  summary: 'Do the same to up to 500 tasks: to all of them, or to none',
  request: { params: userPath, headers: idempotencyHeader, body: body(bulkSchema) },
  responses: {
    200: json(
      z.object({ tasks: z.array(taskSchema) }).openapi('BulkResult'),
      'Each task as it is now, in the order of `ids`',
    ),
    ...callerProblems,
    ...wrongBody,
    404: problem('Some are not there: `missing` lists them, and nothing was changed'),
  },
});

export const undo = createRoute({
  method: 'post',
  path: '/{user_id}/undo',
  tags,
  operationId: 'undoLastChange',
  summary: 'Take back what was last done to tasks, by any client, within a day',
  description: 'Called again, it takes back what was done before that.',
  request: { params: userPath, headers: idempotencyHeader, body: body(undoRequestSchema, false) },
  responses: {
    200: json(undoneSchema, 'What was taken back'),
    ...callerProblems,
    ...wrongBody,
    404: problem('Nothing was changed in the last day, or all of it has been taken back'),
    409: problem('The tasks have changed since, or the last change was to others: nothing was taken back'),
  },
});
