/**
 * The agent's tools: all of them come from this service's own MCP server, reached through an MCP client without a
 * socket. The client has no way to send `_meta` with a call, so the call's idempotency key travels beside it to the
 * one place where the request is written.
 *
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createMCPClient, type MCPClient } from '@ai-sdk/mcp';
import { dynamicTool, type ToolSet } from 'ai';
import { IDEMPOTENCY_KEY } from '../mcp/server.ts';

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface ToolOptions {
  /** The service itself: answers `/mcp`. */
  fetch: Fetch;
  /** A token of the user whose turn it is. */
  token: string;
  /** The same key for the same call, however often a turn is run. */
  keyOf: (toolCallId: string) => string;
  /** Awaited before a call: what is about to be done must be on record first. */
  beforeCall: (toolCallId: string) => Promise<void>;
}

export interface ConnectedTools {
  tools: ToolSet;
  /** Runs one tool outside of a model's step; rejects with a sentence when it fails. */
  run(toolName: string, input: unknown, toolCallId: string, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** A tool's own words for why it failed; models and people read it as it is. */
class ToolError extends Error {
  override readonly name = 'ToolError';

  override toString(): string {
    return this.message;
  }
}

const currentKey = new AsyncLocalStorage<string>();

/** Adds the key of the running call to a `tools/call` request. */
function withKey(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined;
  const key = currentKey.getStore();
  if (key === undefined) return body;
  const message = JSON.parse(body);
  if (message.method !== 'tools/call') return body;
  message.params._meta = { ...message.params._meta, [IDEMPOTENCY_KEY]: key };
  return JSON.stringify(message);
}

type Introduction = Pick<MCPClient, 'initializeResult'> & {
  definitions: Awaited<ReturnType<MCPClient['listTools']>>;
};

/** What the server says of itself is the same for the life of the process: it is asked once. */
const introductions = new WeakMap<Fetch, Introduction>();

/** Connects to the MCP server as a user and offers its tools to the agent. */
export async function connectTools(options: ToolOptions): Promise<ConnectedTools> {
  const known = introductions.get(options.fetch);
  const client = await createMCPClient({
    ...(known ? { initialInitializeResult: known.initializeResult } : {}),
    clientName: 'todo-chatbot-agent',
    // The server speaks the 2025 protocol: asking for a newer one first would only cost a request.
    protocolVersionDiscovery: false,
    transport: {
      type: 'http',
      url: 'http://api.internal/mcp',
      headers: { authorization: `Bearer ${options.token}` },
      fetch: async (input, init) => {
        // The client also offers to listen for messages from the server, which has none to send.
        if (init?.method === 'GET') return new Response(null, { status: 405 });
        const body = withKey(init?.body);
        return options.fetch(new Request(input, { ...init, ...(body === undefined ? {} : { body }) }));
      },
    },
  });

  const call = async (
    name: string,
    input: unknown,
    toolCallId: string,
    signal?: AbortSignal,
  ): Promise<unknown> => {
    await options.beforeCall(toolCallId);
    const args = typeof input === 'object' && input !== null ? { ...input } : {};
    const result = await currentKey.run(options.keyOf(toolCallId), () =>
      client.callTool({ name, arguments: args, ...(signal ? { options: { signal } } : {}) }),
    );
    if (result.isError) throw new ToolError(textOf(result.content));
    return result.structuredContent ?? textOf(result.content);
  };

  const definitions = known?.definitions ?? (await client.listTools());
  introductions.set(options.fetch, { initializeResult: client.initializeResult, definitions });
  const tools: ToolSet = {};
  for (const [name, remote] of Object.entries(client.toolsFromDefinitions(definitions))) {
    tools[name] = dynamicTool({
      description: remote.description ?? '',
      inputSchema: remote.inputSchema,
      execute: (input, { toolCallId, abortSignal }) => call(name, input, toolCallId, abortSignal),
    });
  }
  return { tools, run: call, close: () => client.close() };
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { type?: string; text?: string }) => (part.type === 'text' ? part.text : ''))
    .join('\n');
}
