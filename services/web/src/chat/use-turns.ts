import { useChat } from '@ai-sdk/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Problem } from '../api-client/problem.ts';
import { request } from '../api-client/request.ts';
import type { Approval } from './approval.ts';
import { type ChatMessage, spokenTextOf } from './chat-message.ts';
import { loadConversation } from './conversation-queries.ts';
import { loadNewestMessage } from './newest-message.ts';
import { sendDecision } from './send-decision.ts';
import { chatTransport } from './transport.ts';
import { useLateLook } from './use-late-look.ts';

export interface TurnOptions {
  userId: string;
  /** Unknown until the first message of a new conversation has been accepted. */
  conversation: number | undefined;
  messages: ChatMessage[];
  /** The request for the stream of the turn that was running when the page was loaded. */
  running?: Promise<Response> | undefined;
  onConversation: (id: number) => void;
  onAnswer: (text: string) => void;
}

/** Where a message is said that takes the place of another. */
export interface Place {
  turn: number;
  left: ChatMessage[];
}

export type Turns = ReturnType<typeof useTurns>;

type Outcome = 'whole' | 'broken' | 'failed';

const TRIES = 30;
const LONGEST_PAUSE = 5000;

/** The turns of one conversation: sending, streaming, stopping, and going on by itself after a lost connection. */
export function useTurns({ userId, conversation, messages: initial, running, ...on }: TurnOptions) {
  const { onConversation, onAnswer } = on;
  const number = useRef(conversation);
  const asked = useRef(running);
  const attempt = useRef(0);
  const replaces = useRef<number>(undefined);
  const sentHere = useRef(false);
  const outcome = useRef<Outcome | undefined>(undefined);
  const whole = useRef(false);
  const stopped = useRef(false);
  const mending = useRef(false);
  const gone = useRef(false);
  const ended = useRef(() => {});
  const [deciding, setDeciding] = useState(false);
  const [undecided, setUndecided] = useState<{ error: Error; again: () => void }>();
  const [reconnecting, setReconnecting] = useState(false);

  const transport = useMemo(
    () =>
      chatTransport(userId, {
        conversation: () => number.current,
        attempt: () => attempt.current,
        replaces: () => replaces.current,
        asked: () => {
          const request = asked.current;
          asked.current = undefined;
          return request;
        },
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
    resume: running !== undefined,
    throttle: 40,
    onError: (error) => {
      ended.current();
      outcome.current = isLost(error) ? 'broken' : 'failed';
      if (outcome.current === 'broken') void mend();
      // Replaced elsewhere, or not to be replaced: the conversation tells how it stands.
      else if (replaces.current !== undefined) void catchUp();
    },
    onFinish: ({ message, isAbort, isError }) => {
      ended.current();
      if (isError) return;
      outcome.current = whole.current || isAbort || stopped.current ? 'whole' : 'broken';
      if (outcome.current === 'broken') void mend();
      else onAnswer(spokenTextOf(message));
      lookLater();
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
    const end = new Promise<void>((resolve) => {
      ended.current = resolve;
    });
    try {
      if (number.current) {
        await request('post', '/api/{user_id}/chat/{conversation_id}/stop', {
          path: { user_id: userId, conversation_id: number.current },
        });
        // The stream has all that is kept of the answer, also what was said since.
        await Promise.race([end, pause(LONGEST_PAUSE)]);
      }
    } catch {
      // The turn may have just ended; leaving the stream is all that is left to do.
    }
    // Something else may be said already, whose answer is not to be left.
    if (stopped.current) await disconnect();
  }, [userId, disconnect]);

  /** What happened elsewhere: the conversation as it is now, and the answer that is being made. */
  const refresh = async () => {
    await catchUp();
    outcome.current = undefined;
    await resumeStream();
    if (outcome.current === undefined) await catchUp();
  };

  /** Whether the newest message is another turn's: the conversation is only asked for where it is. */
  const lookForNews = async () => {
    const own = messages.at(-1)?.metadata?.turn_id;
    // What did not go through here is not to be lost.
    if (!number.current || own === undefined || outcome.current === 'failed') return;
    try {
      const newest = await loadNewestMessage(userId, number.current);
      if (newest?.metadata?.turn_id !== own) await refresh();
    } catch {
      // What is said next will be told of.
    }
  };

  /** Decides on what an answer asks for. The same decision sent again is the same turn. */
  const decide = async (approval: Approval, approved: boolean) => {
    stopped.current = false;
    setUndecided(undefined);
    setDeciding(true);
    try {
      await sendDecision(userId, number.current, approval, approved);
    } catch (error) {
      // Decided elsewhere, or too late: the conversation tells.
      if (!(error instanceof Problem && [404, 409, 410].includes(error.status))) {
        setUndecided({ error: error as Error, again: () => void decide(approval, approved) });
        setDeciding(false);
        return;
      }
    }
    setDeciding(false);
    await refresh();
    lookLater();
  };

  /**
   * Says something; its id makes the request repeatable. `place` is the turn whose message it takes the place of, and
   * what is left of the conversation then.
   */
  const send = (text: string, id: string, place?: Place) => {
    stopped.current = false;
    sentHere.current = true;
    attempt.current = 0;
    replaces.current = place?.turn;
    if (place) setMessages(place.left);
    setUndecided(undefined);
    clearError();
    void chat.sendMessage({ id, role: 'user', parts: [{ type: 'text', text }] });
  };

  const retry = () => {
    if (undecided) return undecided.again();
    stopped.current = false;
    if (!sentHere.current) return void mend();
    // An answer that went wrong is asked for anew; a message that never arrived is still the same.
    if (begun.current) {
      attempt.current += 1;
      // In the place of the one that went wrong, which would otherwise stand there twice.
      replaces.current = messages.at(-1)?.metadata?.turn_id ?? replaces.current;
    }
    clearError();
    void regenerate();
  };

  const busy = chat.status === 'submitted' || chat.status === 'streaming' || reconnecting || deciding;
  const lookLater = useLateLook(busy, lookForNews);
  const error = chat.status === 'error' && !reconnecting ? chat.error : undecided?.error;
  const { status } = chat;
  return { messages, busy, status, reconnecting, error, send, stop, retry, decide, refresh };
}

/** The connection or the api went away: nothing is wrong with the message. */
function isLost(error: unknown): boolean {
  return error instanceof Problem ? error.isAway : error instanceof TypeError;
}

/** Ends early when the browser is back in a network. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
  });
}
