/**
 * @module The agent's tools: all of them come from this service's own MCP server, reached through an MCP client without
 * a socket. The client has no way to send `_meta` with a call, so the call's idempotency key travels beside it to the
 * one place where the message leaves.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createMCPClient, type MCPClient, type MCPTransport } from '@ai-sdk/mcp';
import type { ToolSet } from 'ai';
import type { ConnectMcp, McpInProcess } from '../mcp/in-process.ts';
import { IDEMPOTENCY_KEY } from '../mcp/server.ts';

export interface ToolOptions {
  mcp: McpInProcess;
  /** Whose turn it is. */
  userId: string;
  /** The same key for the same call, however often a turn is run. */
  keyOf: (toolCallId: string) => string;
  /** Awaited before a call: what is about to be done must be on record first. */
  beforeCall: (toolCallId: string) => Promise<void>;
}

export interface CallToMake {
  toolCallId: string;
  toolName: string;
  input: unknown;
}

interface MadeCall {
  call: CallToMake;
  outcome: PromiseSettledResult<unknown>;
}

export interface ConnectedTools {
  /** What models are shown of each tool, in the server's order; they only ask for calls. */
  offers: ToolSet;
  /** Makes a call; rejects with a sentence when it fails. */
  run(toolName: string, input: unknown, toolCallId: string, signal: AbortSignal): Promise<unknown>;
  /** Makes calls in this order as one transaction, each with an outcome of its own; when it rejects none was made. */
  runTogether(calls: readonly CallToMake[], signal: AbortSignal): Promise<MadeCall[]>;
  /** Calls a tool that only reads, beside the conversation: nothing of it is on record. */
  look(toolName: string, input: Record<string, unknown>, signal: AbortSignal): Promise<unknown>;
}

/** A tool's own words for why it failed; models and people read it as it is. */
class ToolError extends Error {
  override readonly name = 'ToolError';
}

const currentKey = new AsyncLocalStorage<string>();

/** The same transport; it adds the key of the running call to a `tools/call` request. */
function withKeys(transport: MCPTransport): MCPTransport {
  const send = transport.send.bind(transport);
  transport.send = (message, options) => {
    const key = currentKey.getStore();
    if (key === undefined || !('method' in message) || message.method !== 'tools/call')
      return send(message, options);
    const _meta = { ...message.params?._meta, [IDEMPOTENCY_KEY]: key };
    return send({ ...message, params: { ...message.params, _meta } }, options);
  };
  return transport;
}

type Introduction = Pick<MCPClient, 'initializeResult'> & { offers: ToolSet };

/** What the server says of itself is the same for the life of the process: it is asked once. */
const introductions = new WeakMap<ConnectMcp, Introduction>();

/** The server's tools, for the agent of a user. */
export async function connectTools({ mcp, userId, keyOf, beforeCall }: ToolOptions): Promise<ConnectedTools> {
  const { initializeResult, offers } =
    introductions.get(mcp.connect) ?? (await introduce(mcp.connect, userId));

  /** Connected for one call: most of a turn is spent waiting for a model, and many wait at once. */
  const send = async (name: string, input: unknown, signal: AbortSignal): Promise<unknown> => {
    const client = await clientOf(mcp.connect, userId, initializeResult);
    try {
      return await callOver(client, name, input, signal);
    } finally {
      await client.close();
    }
  };

  return {
    offers,
    async run(name, input, toolCallId, signal) {
      await beforeCall(toolCallId);
      return currentKey.run(keyOf(toolCallId), () => send(name, input, signal));
    },
    async runTogether(calls, signal) {
      // On record before the transaction begins, which must not wait for what another connection writes.
      await Promise.all(calls.map(({ toolCallId }) => beforeCall(toolCallId)));
      const expected = {
        keys: calls.map(({ toolCallId }) => keyOf(toolCallId)),
        ids: calls.map(({ input }) => (input as { task_id?: unknown } | null | undefined)?.task_id),
      };
      return mcp.together(userId, expected, async (connect) => {
        const client = await clientOf(connect, userId, initializeResult);
        const made: MadeCall[] = [];
        try {
          for (const call of calls) {
            const run = () => callOver(client, call.toolName, call.input, signal);
            const [outcome] = await Promise.allSettled([currentKey.run(keyOf(call.toolCallId), run)]);
            signal.throwIfAborted();
            made.push({ call, outcome });
          }
        } finally {
          await client.close();
        }
        return made;
      });
    },
    look: send,
  };
}

async function callOver(
  client: MCPClient,
  name: string,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const args = typeof input === 'object' && input !== null ? { ...input } : {};
  const result = await client.callTool({ name, arguments: args, options: { signal } });
  if (result.isError) throw new ToolError(textOf(result.content));
  return result.structuredContent ?? textOf(result.content);
}

async function clientOf(
  connect: ConnectMcp,
  userId: string,
  known?: Introduction['initializeResult'],
): Promise<MCPClient> {
  return createMCPClient({
    ...(known ? { initialInitializeResult: known } : {}),
    clientName: 'todo-chatbot-agent',
    transport: withKeys(await connect(userId)),
  });
}

async function introduce(connect: ConnectMcp, userId: string): Promise<Introduction> {
  const client = await clientOf(connect, userId);
  const tools = client.toolsFromDefinitions(await client.listTools());
  await client.close();
  const offers: ToolSet = {};
  for (const [name, { description, inputSchema }] of Object.entries(tools)) {
    offers[name] = { type: 'dynamic', description: description ?? '', inputSchema };
  }
  const introduction = { initializeResult: client.initializeResult, offers };
  introductions.set(connect, introduction);
  return introduction;
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { type?: string; text?: string }) => (part.type === 'text' ? part.text : ''))
    .join('\n');
}
