/** @module Reads a UI message stream as a browser would. */
import {
  parseJsonEventStream,
  readUIMessageStream,
  type UIMessage,
  type UIMessageChunk,
  uiMessageChunkSchema,
} from 'ai';

/** The chunks of an answer, as they come. */
export async function* chunksOf(response: Response): AsyncGenerator<UIMessageChunk> {
  if (!response.body) throw new Error('no stream');
  for await (const result of parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema })) {
    if (!result.success) throw result.error;
    yield result.value;
  }
}

/** The message that a whole stream makes, and its chunks. */
export async function readAnswer(
  response: Response,
): Promise<{ message: UIMessage; chunks: UIMessageChunk[] }> {
  const chunks: UIMessageChunk[] = [];
  for await (const chunk of chunksOf(response)) chunks.push(chunk);
  let message: UIMessage | undefined;
  for await (const state of readUIMessageStream({ stream: ReadableStream.from(chunks) })) message = state;
  if (!message) throw new Error('an empty stream');
  return { message, chunks };
}

/** All text of a message. */
export function textOf(message: UIMessage | undefined): string {
  return (message?.parts ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}
