import { useEffect, useRef } from 'react';
import { useConversations } from './conversation-queries.ts';

/** For so long after a turn of this tab what the list tells is that turn itself; `useLateLook` finds the rest. */
export const OWN_NEWS_MILLISECONDS = 2000;

interface Options {
  userId: string;
  conversation: number | undefined;
  /** A turn runs in this tab: what changes meanwhile is its own. */
  busy: boolean;
  onChange: () => Promise<void>;
}

/** Something was said, edited or decided in another tab or on another device, which the list of conversations tells. */
export function useChangedElsewhere({ userId, conversation, busy, onChange }: Options): void {
  // Only watched: the panel around this keeps it up to date.
  const list = useConversations(userId, { enabled: false });
  const changed = list.data?.find(({ id }) => id === conversation)?.updated_at;
  const seen = useRef<string>(undefined);
  const ownUntil = useRef(0);
  const refresh = useRef(onChange);
  refresh.current = onChange;
  useEffect(() => {
    if (!busy) return;
    return () => {
      ownUntil.current = Date.now() + OWN_NEWS_MILLISECONDS;
    };
  }, [busy]);
  useEffect(() => {
    if (changed === undefined || changed === seen.current) return;
    const isNews = seen.current !== undefined && !busy && Date.now() > ownUntil.current;
    seen.current = changed;
    if (isNews) void refresh.current();
  }, [changed, busy]);
}
