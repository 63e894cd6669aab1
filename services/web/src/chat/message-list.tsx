'use client';

import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { type Approval, approvalOf } from './approval.ts';
import { ApprovalCard } from './approval-card.tsx';
import { headingOf } from './approval-heading.ts';
import type { ChatMessage } from './chat-message.ts';
import { Failure } from './failure.tsx';
import { KeptChanges } from './kept-changes.tsx';
import { MessageView } from './message-view.tsx';
import { turnAfter } from './replaced-turn.ts';
import type { ToolCall } from './tool-call.ts';
import { useShownFrom } from './use-shown-from.ts';

interface Props {
  messages: readonly ChatMessage[];
  busy: boolean;
  /** Why the last one did not go through. */
  error: Error | undefined;
  onRetry: () => void;
  onDecide: (approval: Approval, approved: boolean) => void;
  /** Says something in the place of a turn's message, once the changes are taken back. */
  onReplace: (turn: number, text: string, undo: readonly ToolCall[]) => void;
  /** Says something to who does not see it. */
  onAnnounce: (words: string) => void;
}

/** What both sides have said. */
export default memo(function MessageList({ messages, busy, error, onRetry, onAnnounce, ...on }: Props) {
  const t = useTranslations('chat');
  // Asked for by the one message that is edited: all others need not render for what others say.
  const latest = useRef(messages);
  latest.current = messages;
  const conversation = useCallback(() => latest.current, []);
  useAnnouncedApproval(busy ? undefined : messages.at(-1), onAnnounce);
  const from = useShownFrom(messages.length);
  const last = messages.length - 1;
  return (
    <>
      <ol
        aria-label={t('messages')}
        aria-busy={busy}
        className="mt-auto grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2"
      >
        {messages.map((message, index) => {
          if (index < from) return null;
          if (message.metadata?.replaced) return <KeptChanges key={message.id} message={message} />;
          const approval = mayAsk(message)
            ? approvalOf(message, messages.slice(index + 1), Date.now())
            : undefined;
          const isUser = message.role === 'user';
          const turn = isUser ? turnAfter(messages, index) : message.metadata?.turn_id;
          const question =
            index === last && messages[index - 1]?.role === 'user' ? messages[index - 1] : undefined;
          return (
            <MessageView
              key={message.id}
              message={message}
              isLast={index === last}
              isWriting={busy && index === last}
              turn={busy ? undefined : turn}
              question={question}
              conversation={conversation}
              onReplace={on.onReplace}
            >
              {approval && <ApprovalCard approval={approval} busy={busy} onDecide={on.onDecide} />}
            </MessageView>
          );
        })}
      </ol>
      <div role="alert">{error && <Failure error={error} onRetry={onRetry} />}</div>
    </>
  );
});

/** Says once what is asked for, to who does not see the card. */
function useAnnouncedApproval(latest: ChatMessage | undefined, onAnnounce: (words: string) => void): void {
  const t = useTranslations('approval');
  const waiting = useMemo(() => latest && approvalOf(latest, [], Date.now()), [latest]);
  useEffect(() => {
    if (waiting?.state === 'open') onAnnounce(t('announce', { what: headingOf(waiting, t) }));
  }, [waiting, t, onAnnounce]);
}

/** Spares the many that ask for nothing a look at all that follows them. */
function mayAsk({ parts }: ChatMessage): boolean {
  return parts.some((part) => 'approval' in part);
}
