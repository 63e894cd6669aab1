/** @module What a model says as a chunk of the answer's stream. */
import type { LanguageModelV4StreamPart, LanguageModelV4ToolCall } from '@ai-sdk/provider';
import {
  asSchema,
  InvalidToolInputError,
  JSONParseError,
  NoSuchToolError,
  parsePartialJson,
  type ToolSet,
  toUIMessageChunk,
  type UIMessageChunk,
} from 'ai';

type Part = Parameters<typeof toUIMessageChunk>[0];

/** The chunk that a part makes, if it makes one. What only providers do by themselves is left out: nobody asked for it. */
export async function chunkOf(
  part: LanguageModelV4StreamPart,
  tools: ToolSet,
): Promise<UIMessageChunk | undefined> {
  switch (part.type) {
    case 'text-start':
    case 'text-end':
    case 'reasoning-start':
    case 'reasoning-end':
    case 'tool-input-delta':
      return toUIMessageChunk(part);
    case 'text-delta':
    case 'reasoning-delta': {
      const { type, id, delta: text, providerMetadata } = part;
      return toUIMessageChunk({ type, id, text, ...(providerMetadata && { providerMetadata }) });
    }
    case 'tool-input-start':
      return toUIMessageChunk({ ...part, dynamic: true });
    case 'tool-call':
      return toUIMessageChunk(await readCall(part, tools));
    default:
      return undefined;
  }
}

/** A call with its input read; one that no tool takes comes with the reason. */
async function readCall(call: LanguageModelV4ToolCall, tools: ToolSet): Promise<Part> {
  const { toolCallId, toolName, input: text, providerMetadata } = call;
  const read = {
    ...{ type: 'tool-call' as const, toolCallId, toolName, dynamic: true as const },
    ...(providerMetadata && { providerMetadata }),
  };
  // Of a tool without arguments many models send nothing.
  const { value, state } = await parsePartialJson(text.trim() === '' ? '{}' : text);
  const input = state === 'successful-parse' ? value : text;
  const refuse = (error: unknown): Part => ({ ...read, input, invalid: true, error });

  const tool = Object.hasOwn(tools, toolName) ? tools[toolName] : undefined;
  if (!tool) return refuse(new NoSuchToolError({ toolName, availableTools: Object.keys(tools) }));
  const invalid = (cause: unknown) => refuse(new InvalidToolInputError({ toolName, toolInput: text, cause }));
  if (state !== 'successful-parse')
    return invalid(new JSONParseError({ text, cause: new Error('it is not whole') }));
  const checked = await asSchema(tool.inputSchema).validate?.(value);
  return checked?.success === false ? invalid(checked.error) : { ...read, input: checked?.value ?? value };
}
