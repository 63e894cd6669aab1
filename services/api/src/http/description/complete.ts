/** @module Adds to each operation of the description what all of its kind have in common. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { problem } from '../openapi.ts';
import { headerName } from '../validation.ts';
import { problemExample } from './problem-examples.ts';
import { answers, type headers } from './shared-parts.ts';

export type Description = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Operation = NonNullable<NonNullable<Description['paths']>[string]['get']>;
type Answer = Exclude<NonNullable<Operation['responses']>[string], { $ref: string }>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const PROBLEM = 'application/problem+json';
const problemSchema = { $ref: '#/components/schemas/Problem' };
const timeZone = { $ref: '#/components/parameters/Time-Zone' };
const header = (name: keyof typeof headers) => ({ [name]: { $ref: `#/components/headers/${name}` } });

/** Operations whose success, too, says what is left of its limit. */
const COUNTED = new Set([
  'signUp',
  'signIn',
  'getToken',
  'createAccessToken',
  'requestPasswordReset',
  'sendMessage',
]);

/** Where an operation stands, as far as that decides how it may answer. */
interface Place {
  path: string;
  method: (typeof METHODS)[number];
}

/** Every operation with the answers, headers, parameters and examples that it does not name itself. */
export function complete(description: Description): Description {
  for (const [path, item] of Object.entries(description.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) completeOperation(operation, { path, method });
    }
  }
  return description;
}

function completeOperation(operation: Operation, { path }: Place): void {
  const ofUser = path.startsWith('/api/{user_id}/');
  if (ofUser) operation.parameters = [...(operation.parameters ?? []), timeZone];
  for (const parameter of operation.parameters ?? []) if ('schema' in parameter) tidy(parameter);

  const statuses: (keyof typeof answers)[] = [
    ...(ofUser ? ([401, 403, 422] as const) : []),
    ...(ofUser || path === '/mcp' ? ([429] as const) : []),
    ...(operation.requestBody ? ([400, 413, 415] as const) : []),
    431,
    ...(/^\/(api|mcp)\b/.test(path) ? ([503] as const) : []),
  ];
  operation.responses ??= {};
  for (const status of statuses) operation.responses[status] ??= answerOf(status);
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (!('$ref' in answer))
      completeAnswer(answer as Answer, Number(status), COUNTED.has(operation.operationId ?? ''));
  }
}

function answerOf(status: keyof typeof answers): Answer {
  const { description } = problem(answers[status]);
  return { description, content: { [PROBLEM]: { schema: problemSchema } } };
}

function completeAnswer(answer: Answer, status: number, isCounted: boolean): void {
  answer.headers = {
    ...answer.headers,
    ...(status === 401 ? header('WWW-Authenticate') : {}),
    ...(status === 429 || status === 503 ? header('Retry-After') : {}),
    ...(status === 429 || (status < 300 && isCounted)
      ? { ...header('RateLimit'), ...header('RateLimit-Policy') }
      : {}),
    ...header('X-Request-Id'),
  };
  const content = answer.content?.[PROBLEM];
  if (content) content.example ??= problemExample(status, answer.description);
}

/** The generator says a parameter's description and example twice, and writes header names in small letters. */
function tidy(parameter: { name?: string; in?: string; schema?: object; description?: string }): void {
  const { schema } = parameter;
  if (schema && 'description' in schema) delete schema.description;
  if (parameter.in === 'header' && parameter.name) parameter.name = headerName(parameter.name);
}
