import { useCallback, useState } from 'react';

interface Current {
  /** Which chat is mounted: it stays the same when a new conversation gets its number. */
  key: string;
  conversation: number | undefined;
}

const PARAMETER = 'c';

/** The conversation that is open. Its number is in the address, so a reload or a bookmark finds it again. */
export function useCurrentConversation(initial: number | undefined) {
  const [current, setCurrent] = useState<Current>({ key: keyOf(initial), conversation: initial });

  const open = useCallback((conversation: number | undefined) => {
    setCurrent({ key: keyOf(conversation), conversation });
    writeAddress(conversation);
  }, []);

  const named = useCallback((conversation: number) => {
    setCurrent(({ key }) => ({ key, conversation }));
    writeAddress(conversation);
  }, []);

  return { ...current, open, named };
}

function keyOf(conversation: number | undefined): string {
  return conversation === undefined ? `new-${Date.now()}` : `conversation-${conversation}`;
}

function writeAddress(conversation: number | undefined): void {
  const url = new URL(window.location.href);
  if (conversation === undefined) url.searchParams.delete(PARAMETER);
  else url.searchParams.set(PARAMETER, String(conversation));
  window.history.replaceState(window.history.state, '', url);
}
