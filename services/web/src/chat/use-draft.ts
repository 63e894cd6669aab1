import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readStored, writeStored } from '../browser/stored-text.ts';

/** What is being written in a conversation, kept on this device until it is sent. */
export function useDraft(
  userId: string,
  conversation: number | undefined,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const key = `draft:${userId}:${conversation ?? 'new'}`;
  const [text, setText] = useState('');
  const typed = useRef('');
  const written = useRef(key);

  const write = useCallback(
    (next: string) => {
      typed.current = next;
      setText(next);
      writeStored(key, next);
    },
    [key],
  );

  useEffect(() => {
    // A new conversation has got its number, while somebody is writing on.
    if (written.current !== key) writeStored(written.current, '');
    written.current = key;
    // Only once the page is the browser's: the server knows no drafts. Somebody may have begun to type before.
    write(typed.current || field.current?.value || (readStored(key) ?? ''));
  }, [key, write, field]);

  return [text, write] as const;
}
