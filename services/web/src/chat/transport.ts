import { DefaultChatTransport, type UIMessageChunk } from 'ai';
import { problemOf } from '../api-client/problem.ts';
import { apiFetch } from '../api-client/request.ts';
import { userPath } from '../shell/user-context.tsx';
import { type ChatMessage, textOf } from './chat-message.ts';

interface Turn {
  /** The conversation, once the server has given it a number. */
  conversation: () => number | undefined;
  /** Which try of the same message this is: a new try is a new turn. */
  attempt: () => number;
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
  const { conversation, attempt } = turn;
  const chat = userPath(userId, '/chat');
  return new WatchedTransport(turn, {
    api: chat,
    fetch: async (input, init) => {
      const response = await apiFetch(input, init);
      if (!response.ok) throw await problemOf(response);
      return response;
    },
    prepareSendMessagesRequest: ({ messages }) => {
      const message = messages.findLast(({ role }) => role === 'user');
      const id = conversation();
      return {
        headers: {
          Accept: 'text/event-stream',
          'Idempotency-Key': attempt() === 0 ? (message?.id ?? '') : `${message?.id}-${attempt()}`,
        },
        body: { ...(id ? { conversation_id: id } : {}), message: message ? textOf(message) : '' },
      };
    },
    prepareReconnectToStreamRequest: () => ({
      api: `${chat}/${conversation()}/stream`,
      headers: { Accept: 'text/event-stream' },
    }),
  });
}
