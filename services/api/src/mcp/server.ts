/** @module The one file that knows the MCP SDK: binds the tools to a stateless Streamable HTTP server. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { callTool, type OnUnexpected, type ToolOutcome } from './call-tool.ts';
import type { ToolContext } from './tool.ts';
import { descriptions, tools } from './tools.ts';

/** Where a call of a tool carries its idempotency key. */
export const IDEMPOTENCY_KEY = 'todo-chatbot/idempotency-key';

const instructions =
  "The user's todo list. Task numbers count per user from 1: look them up with list_tasks before changing a task that was named by its title. Ask the user before deleting more than one task.";

// Never asked for anything here; one for all spares each request from making its own.
const jsonSchemaValidator = new AjvJsonSchemaValidator();

export interface McpCall {
  context: ToolContext;
  version: string;
  /** A read-only token sees and calls only the tools that change nothing. */
  readOnly: boolean;
  onUnexpected: OnUnexpected;
}

/** Answers one MCP request: a new server for each, so that any replica can answer the next. */
export async function serveMcp(request: Request, call: McpCall): Promise<Response> {
  const server = new Server(
    { name: 'todo-chatbot', title: 'Todo chat', version: call.version },
    { capabilities: { tools: {} }, instructions, jsonSchemaValidator },
  );
  const offered = descriptions.filter(({ annotations }) => !call.readOnly || annotations.readOnlyHint);

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...offered] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool || !offered.some(({ name }) => name === tool.name)) {
      const known = offered.map(({ name }) => name).join(', ');
      throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}. The tools are ${known}.`);
    }
    const key = params._meta?.[IDEMPOTENCY_KEY];
    const context = typeof key === 'string' ? { ...call.context, idempotencyKey: key } : call.context;
    return resultOf(await callTool(tool, context, params.arguments ?? {}, call.onUnexpected));
  });

  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

/** Success carries the same JSON twice, for clients that read only text; an error carries none at all. */
function resultOf(outcome: ToolOutcome): CallToolResult {
  if (!outcome.ok) return { content: [{ type: 'text', text: outcome.sentence }], isError: true };
  return {
    content: [{ type: 'text', text: JSON.stringify(outcome.value) }],
    structuredContent: outcome.value,
  };
}
