import { useChat } from '@ai-sdk/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Problem } from '../api-client/problem.ts';
import { request } from '../api-client/request.ts';
import { userPath } from '../shell/user-context.tsx';
import { type ChatMessage, spokenTextOf } from './chat-message.ts';
import { loadConversation } from './conversation-queries.ts';
import { chatTransport } from './transport.ts';

interface Options {
  userId: string;
  /** Unknown until the first message of a new conversation has been accepted. */
  conversation: number | undefined;
  messages: ChatMessage[];
  onConversation: (id: number) => void;
  onAnswer: (text: string) => void;
}

type Outcome = 'whole' | 'broken' | 'failed';

const TRIES = 30;
const LONGEST_PAUSE = 5000;

/** The turns of one conversation: sending, streaming, stopping, and going on by itself after a lost connection. */
export function useTurns({ userId, conversation, messages: initial, onConversation, onAnswer }: Options) {
  const number = useRef(conversation);
  const attempt = useRef(0);
  const sentHere = useRef(false);
  const outcome = useRef<Outcome | undefined>(undefined);
  const whole = useRef(false);
  const stopped = useRef(false);
  const mending = useRef(false);
  const gone = useRef(false);
  const [reconnecting, setReconnecting] = useState(false);

  const transport = useMemo(
    () =>
      chatTransport(userId, {
        conversation: () => number.current,
        attempt: () => attempt.current,
        onBegin: () => {
          whole.current = false;
        },
        onWhole: () => {
          whole.current = true;
        },
      }),
    [userId],
  );

  const chat = useChat<ChatMessage>({
    messages: initial,
    transport,
    // A running turn is taken up again when the page is loaded.
    resume: conversation !== undefined,
    throttle: 40,
    onError: (error) => {
      outcome.current = isLost(error) ? 'broken' : 'failed';
      if (outcome.current === 'broken') void mend();
    },
    onFinish: ({ message, isAbort, isError }) => {
      if (isError) return;
      outcome.current = whole.current || isAbort || stopped.current ? 'whole' : 'broken';
      if (outcome.current === 'broken') void mend();
      else onAnswer(spokenTextOf(message));
    },
  });
  const { messages, setMessages, regenerate, resumeStream, stop: disconnect, clearError } = chat;

  const begun = useRef(false);
  begun.current = messages.at(-1)?.role === 'assistant';

  const started = messages.findLast(({ metadata }) => metadata?.conversation_id)?.metadata?.conversation_id;
  useEffect(() => {
    if (!started || number.current === started) return;
    number.current = started;
    onConversation(started);
  }, [started, onConversation]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  /** Takes a turn up again whose stream broke, as often as it needs; the server has it all. */
  async function mend(): Promise<void> {
    if (mending.current) return;
    mending.current = true;
    setReconnecting(true);
    for (let tries = 0; tries < TRIES && !gone.current && !stopped.current; tries++) {
      await pause(Math.min(300 * 2 ** tries, LONGEST_PAUSE));
      outcome.current = undefined;
      // Before its answer has begun a message may not have arrived: it is sent again, with the same key.
      // One that was there when the page was loaded has arrived, and its key is not known here.
      await (sentHere.current && !begun.current ? regenerate() : resumeStream());
      if (outcome.current === undefined && (await catchUp())) break;
      if (outcome.current === 'whole' || outcome.current === 'failed') break;
    }
    mending.current = false;
    setReconnecting(false);
  }

  /** Nothing to resume: the turn has ended, and the conversation holds how. */
  async function catchUp(): Promise<boolean> {
    if (!number.current) return true;
    try {
      const stored = await loadConversation(userId, number.current);
      setMessages(stored.messages);
      return true;
    } catch (error) {
      return !isLost(error);
    }
  }

  const stop = useCallback(async () => {
    stopped.current = true;
    try {
      if (number.current) {
        await request(userPath(userId, `/chat/${number.current}/stop`), { method: 'POST' });
      }
    } catch {
      // The turn may have just ended; leaving the stream is all that is left to do.
    }
    await disconnect();
  }, [userId, disconnect]);

  const send = (text: string) => {
    stopped.current = false;
    sentHere.current = true;
    attempt.current = 0;
    clearError();
    void chat.sendMessage({ text });
  };

  const retry = () => {
    stopped.current = false;
    if (!sentHere.current) return void mend();
    // An answer that went wrong is asked for anew; a message that never arrived is still the same.
    if (begun.current) attempt.current += 1;
    clearError();
    void regenerate();
  };

  const busy = chat.status === 'submitted' || chat.status === 'streaming' || reconnecting;
  const error = chat.status === 'error' && !reconnecting ? chat.error : undefined;
  return { messages, busy, status: chat.status, reconnecting, error, send, stop, retry };
}

/** The connection or the api went away: nothing is wrong with the message. */
function isLost(error: unknown): boolean {
  return error instanceof Problem ? error.isAway : error instanceof TypeError;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
