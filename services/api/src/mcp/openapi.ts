/** @module The MCP endpoint as OpenAPI describes it; its tools describe themselves in the protocol. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js';
import { problem } from '../http/openapi.ts';

const number = z.union([z.string(), z.int()]);

const messageSchema = z
  .strictObject({
    jsonrpc: z.literal('2.0'),
    method: z.string().openapi({ example: 'tools/call' }),
    id: number.optional().openapi({ description: 'Absent in notifications', example: 1 }),
    params: z
      .looseObject({})
      .optional()
      .openapi({ example: { name: 'add_task', arguments: { title: 'Buy groceries' } } }),
  })
  .openapi('McpMessage', { description: 'A JSON-RPC 2.0 request or notification' });

const answerSchema = z
  .looseObject({
    jsonrpc: z.literal('2.0'),
    id: number.nullable(),
    result: z.looseObject({}).optional(),
    error: z.looseObject({ code: z.int(), message: z.string() }).optional(),
  })
  .openapi('McpAnswer', {
    description: 'A JSON-RPC 2.0 result or error',
    example: {
      jsonrpc: '2.0',
      id: 1,
      result: {
        content: [{ type: 'text', text: 'Added task 3: Buy groceries.' }],
        structuredContent: { task_id: 3, status: 'created', title: 'Buy groceries' },
      },
    },
  });

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: answerSchema } },
});

/** What the protocol refuses, and what is refused before it. */
const answerOrProblem = (description: string) => ({
  description,
  content: { ...answer(description).content, ...problem(description).content },
});

/** Adds `/mcp`. */
export function describeMcp(registry: OpenAPIHono['openAPIRegistry']): void {
  registry.registerPath({
    method: 'post',
    path: '/mcp',
    tags: ['MCP'],
    operationId: 'callMcp',
    summary: 'Send a message to the MCP server',
    description:
      'Streamable HTTP without sessions: any replica answers any request. Name both `application/json` and `text/event-stream` in `Accept`. The user is always the token’s. Read-only tokens see only the tools that change nothing.',
    security: [{ bearer: [] }],
    request: {
      headers: z.object({
        'mcp-protocol-version': z
          .enum(SUPPORTED_PROTOCOL_VERSIONS)
          .optional()
          .openapi({ description: 'As it was agreed on when the client began' }),
      }),
      body: { content: { 'application/json': { schema: messageSchema } }, required: true },
    },
    responses: {
      200: answer('The answer to a request; an error of the protocol or of a tool is one too'),
      202: { description: 'A notification was taken' },
      400: answerOrProblem(
        'Not JSON, not JSON-RPC, or a version of the protocol that is not spoken here; a problem where the body is not UTF-8',
      ),
      401: problem('No bearer token, or one that is not valid'),
      403: problem('The page of another site asks'),
      406: answer('`Accept` must name both application/json and text/event-stream'),
      413: problem('The body is larger than 1,000,000 bytes'),
      415: answerOrProblem('The body is not application/json; a problem where it is compressed'),
    },
  });
}
