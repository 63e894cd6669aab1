/**
 * Somebody who talks to the assistant, with the client that browsers use and the same way of going on when a stream is
 * cut: a message whose answer has not begun is sent again under the same key, an answer that has begun is resumed, and
 * one that has ended meanwhile is read from the conversation.
 *
 * @module
 */
import { DefaultChatTransport, readUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai';
import { BadAnswer, type Client, think, wordsOf } from './client.ts';

interface Metadata {
  conversation_id?: number;
}

type Message = UIMessage<Metadata>;

const TRIES = 30;
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5000;
const TURNS_PER_CONVERSATION = 8;
const THINK_MILLISECONDS = [50, 400, 50, 900];

/** Talks until the signal aborts, in ever new conversations. */
export async function useChat(client: Client, signal: AbortSignal): Promise<void> {
  let turns = 0;
  let conversationId: number | undefined;
  while (!signal.aborted) {
    if (turns % TURNS_PER_CONVERSATION === 0) conversationId = undefined;
    conversationId = await say(client, conversationId);
    await think(THINK_MILLISECONDS[turns++ % THINK_MILLISECONDS.length] ?? 0, signal);
  }
}

/** One message and its whole answer; gives the conversation's number, or none when the chat broke. */
async function say(client: Client, conversationId: number | undefined): Promise<number | undefined> {
  const { ledger, clock, name, person } = client;
  const word = newWord();
  const said = `Add a task to sort box ${word}`;
  const transport = transportOf(client, () => conversationId);
  const message: Message = { id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text: said }] };
  let answer: Message | undefined;

  const broken = (what: string) => {
    ledger.unsureWords.add(word);
    ledger.breakChat(name, what);
    return undefined;
  };
  const whole = (text: string) => {
    clock.finish();
    if (conversationId === undefined) return broken('an answer did not name its conversation');
    ledger.turns.push({ userId: person.id, conversationId, said, word, answer: text });
    return conversationId;
  };

  clock.want();
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) {
      ledger.resumed += 1;
      await think(Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE), new AbortController().signal);
    }
    try {
      const stream = answer
        ? await transport.reconnectToStream({ chatId: message.id })
        : await transport.sendMessages({
            chatId: message.id,
            messages: [message],
            trigger: 'submit-message',
            messageId: undefined,
            abortSignal: undefined,
          });
      if (!stream) {
        // The turn is over, and the conversation holds how it ended.
        const stored = (await client.ask(200, 'GET', `/conversations/${conversationId}`)) as
          | { messages: Message[] }
          | undefined;
        const last = stored?.messages.at(-1);
        if (last?.role === 'assistant' && last.id === answer?.id) return whole(textOf(last));
        if (stored) return broken('the stream was cut, and the conversation holds no answer');
        continue;
      }
      const ending = { whole: false };
      for await (const state of readUIMessageStream<Message>({ stream: watch(stream, ending) })) {
        answer = state;
        conversationId = state.metadata?.conversation_id ?? conversationId;
      }
      if (ending.whole && answer) return whole(textOf(answer));
    } catch (error) {
      // What is not an absence will not mend itself: the page asks the person to try again.
      if (error instanceof BadAnswer && !error.isAway) return broken(wordsOf(error));
    }
  }
  return broken(`no whole answer after ${TRIES} tries`);
}

/** Lets a stream through and notes whether it said itself that it is whole; one that just ends was cut. */
function watch(
  stream: ReadableStream<UIMessageChunk>,
  ending: { whole: boolean },
): ReadableStream<UIMessageChunk> {
  return stream.pipeThrough(
    new TransformStream<UIMessageChunk, UIMessageChunk>({
      transform(chunk, controller) {
        if (chunk.type === 'finish') ending.whole = true;
        controller.enqueue(chunk);
      },
    }),
  );
}

function transportOf(client: Client, conversation: () => number | undefined): DefaultChatTransport<Message> {
  return new DefaultChatTransport<Message>({
    api: '/chat',
    // The same function by another package: undici's own, on this client's connection.
    fetch: ((path: string, init: object) => client.open(path, init)) as unknown as typeof globalThis.fetch,
    prepareSendMessagesRequest: ({ messages }) => {
      const [message] = messages;
      const id = conversation();
      return {
        headers: { Accept: 'text/event-stream', 'Idempotency-Key': message?.id ?? '' },
        body: { ...(id ? { conversation_id: id } : {}), message: message ? textOf(message) : '' },
      };
    },
    prepareReconnectToStreamRequest: () => ({
      api: `/chat/${conversation()}/stream`,
      headers: { Accept: 'text/event-stream' },
    }),
  });
}

/** The words of a message, without what the tools said. */
export function textOf(message: Pick<Message, 'parts'>): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

/** A word that nobody else says, without vowels: no reader of dates or names finds anything in it. */
function newWord(): string {
  const letters = 'bcdfghjklmnpqrst';
  return crypto
    .randomUUID()
    .replaceAll('-', '')
    .slice(0, 12)
    .replace(/[0-9a-f]/g, (digit) => letters[Number.parseInt(digit, 16)] ?? '');
}
