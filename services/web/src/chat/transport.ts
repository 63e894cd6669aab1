import { DefaultChatTransport, type UIMessageChunk } from 'ai';
import { addressOf } from '../api-client/address.ts';
import type { Body } from '../api-client/contract.ts';
import { problemOf } from '../api-client/problem-of.ts';
import { apiFetch } from '../api-client/request.ts';
import { type ChatMessage, textOf } from './chat-message.ts';

interface Turn {
  /** The conversation, once the server has given it a number. */
  conversation: () => number | undefined;
  /** Which try of the same message this is: a new try is a new turn. */
  attempt: () => number;
  /** The turn whose message this one takes the place of. */
  replaces: () => number | undefined;
  /** A request for a stream that was made before, to be read once. */
  asked: () => Promise<Response> | undefined;
  /** A stream begins. */
  onBegin: () => void;
  /** A stream has said that it is whole; one that just ends was cut off. */
  onWhole: () => void;
}

/** Watches for the chunk that ends a stream, which the chat itself does not tell from a lost connection. */
class WatchedTransport extends DefaultChatTransport<ChatMessage> {
  #turn: Turn;

  constructor(turn: Turn, options: ConstructorParameters<typeof DefaultChatTransport<ChatMessage>>[0]) {
    super(options);
    this.#turn = turn;
  }

  protected override processResponseStream(stream: ReadableStream<Uint8Array<ArrayBufferLike>>) {
    const { onBegin, onWhole } = this.#turn;
    onBegin();
    return super.processResponseStream(stream).pipeThrough(
      new TransformStream<UIMessageChunk, UIMessageChunk>({
        transform(chunk, controller) {
          if (chunk.type === 'finish' || chunk.type === 'abort') onWhole();
          controller.enqueue(chunk);
        },
      }),
    );
  }
}

/**
 * Sends the last message only, since the server has the history. The message's own id makes the request
 * repeatable: asked again with the same key, the server answers with the same turn.
 */
export function chatTransport(userId: string, turn: Turn) {
  const { conversation, attempt, asked, replaces } = turn;
  const address = addressOf('post', '/api/{user_id}/chat', { path: { user_id: userId } });
  return new WatchedTransport(turn, {
    api: address,
    fetch: async (input, init) => {
      const response = await (asked() ?? apiFetch(input, init));
      if (response.ok) return response;
      throw await problemOf(response);
    },
    prepareSendMessagesRequest: ({ messages }) => {
      const message = messages.findLast(({ role }) => role === 'user');
      const id = conversation();
      const replaced = replaces();
      return {
        headers: {
          Accept: 'text/event-stream',
          'Idempotency-Key': attempt() === 0 ? (message?.id ?? '') : `${message?.id}-${attempt()}`,
        },
        body: {
          ...(id ? { conversation_id: id } : {}),
          message: message ? textOf(message) : '',
          ...(replaced ? { replaces_turn: replaced } : {}),
        } satisfies Body<'post', '/api/{user_id}/chat'>,
      };
    },
    prepareReconnectToStreamRequest: () => ({
      api: addressOf('get', '/api/{user_id}/chat/{conversation_id}/stream', {
        path: { user_id: userId, conversation_id: conversation() ?? 0 },
      }),
      headers: { Accept: 'text/event-stream' },
    }),
  });
}
