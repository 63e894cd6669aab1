import { useEffect, useRef } from 'react';
import { loadPart } from '../browser/load-part.ts';
import { forgetOthers } from '../browser/stored-text.ts';
import { forgetUnheard, keepUnheard, unheardIn } from './outbox.ts';
import type { Place, Turns } from './use-turns.ts';

interface Options {
  userId: string;
  conversation: number | undefined;
  turns: Pick<Turns, 'messages' | 'send'>;
}

/**
 * Keeps what is sent until the api is heard, and sends it again after a reload: with the id that it had, so that it is
 * answered once, whether it had arrived or not.
 */
export function useOutbox({ userId, conversation, turns }: Options) {
  const kept = useRef<{ id: string; conversation: number | undefined }>(undefined);
  const looked = useRef(false);
  const leaving = useRef(false);
  const { messages } = turns;

  const forget = () => {
    if (kept.current) forgetUnheard(userId, kept.current.conversation);
    kept.current = undefined;
  };

  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    // A reload that has begun goes to the address as it was, without the number that a new conversation gets meanwhile.
    window.onbeforeunload = () => {
      leaving.current = true;
    };
    forgetOthers(userId);
    const left = unheardIn(userId, conversation, messages);
    if (!left) return forgetUnheard(userId, conversation);
    const { id, text, replaces } = left;
    kept.current = { id, conversation };
    if (replaces === undefined) return turns.send(text, id);
    loadPart(() => import('./replaced-turn.ts')).then(
      ({ withoutTurn }) =>
        turns.send(text, id, { turn: replaces, left: withoutTurn(messages, replaces, () => true) }),
      () => {},
    );
  });

  // Not before the address has the number of a new conversation, by which a reload finds it.
  const isHeard = messages.at(-1)?.role === 'assistant' && conversation !== undefined;
  useEffect(() => {
    if (isHeard && !leaving.current && messages.some(({ id }) => id === kept.current?.id)) forget();
  });

  return {
    /** A message is on its way. */
    sent(id: string, text: string, place: Place | undefined) {
      const before = place?.left ?? messages;
      forget();
      leaving.current = false;
      const after = before.findLast(({ role }) => role === 'assistant')?.id;
      kept.current = { id, conversation };
      keepUnheard(userId, conversation, { id, text, after, replaces: place?.turn, at: Date.now() });
    },
    /** Nobody waits for it any more. */
    givenUp: forget,
  };
}
