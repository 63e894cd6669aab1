'use client';

import { ArrowDown, LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { useUser } from '../shell/user-context.tsx';
import { Button } from '../ui/button.tsx';
import type { ChatMessage } from './chat-message.ts';
import { Composer } from './composer.tsx';
import { EmptyChat } from './empty-chat.tsx';
import { MessageView } from './message-view.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';
import { useTurns } from './use-turns.ts';

interface Props {
  conversation: number | undefined;
  messages: ChatMessage[];
  onConversation: (id: number) => void;
}

/** One conversation: its messages, and the box for the next one. */
export default function ConversationView({ conversation, messages: initial, onConversation }: Props) {
  const t = useTranslations('chat');
  const { id: userId } = useUser();
  const field = useRef<HTMLTextAreaElement>(null);
  const [announced, setAnnounced] = useState('');
  const { view, away, toEnd } = useStickToEnd();
  const turns = useTurns({ userId, conversation, messages: initial, onConversation, onAnswer: setAnnounced });
  const { messages, busy, status, reconnecting, error } = turns;

  useEffect(() => {
    // On a touch screen this would open the keyboard over what the person came to read.
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);

  const send = (text: string) => {
    setAnnounced('');
    turns.send(text);
    toEnd();
    field.current?.focus();
  };

  const thinking = status === 'submitted' || (status === 'streaming' && messages.at(-1)?.role === 'user');
  return (
    <>
      <div ref={view} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col px-4 py-5 wide:px-6">
          {messages.length === 0 ? (
            <EmptyChat onPrompt={send} />
          ) : (
            <ol
              aria-label={t('messages')}
              aria-busy={busy}
              className="mt-auto grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4"
            >
              {messages.map((message) => (
                <MessageView key={message.id} message={message} />
              ))}
            </ol>
          )}
          {thinking && !reconnecting && (
            <p className="mt-4 flex items-center gap-2 text-sm text-ink-soft">
              <LoaderCircle size={16} aria-hidden className="animate-spin" />
              {t('thinking')}
            </p>
          )}
          <div role="status">
            {reconnecting && <p className="mt-4 text-sm text-apricot">{t('reconnecting')}</p>}
          </div>
          <div role="alert">{error && <Failure error={error} onRetry={turns.retry} />}</div>
        </div>
      </div>
      <div className="relative mx-auto w-full max-w-3xl px-3 pt-1 pb-3 wide:px-5 wide:pb-5">
        {away && (
          <Button
            look="outline"
            onClick={toEnd}
            className="rise absolute -top-12 left-1/2 -translate-x-1/2 rounded-full text-sm shadow-raised"
          >
            <ArrowDown size={16} aria-hidden />
            {t('latest')}
          </Button>
        )}
        <Composer field={field} busy={busy} onSend={send} onStop={turns.stop} />
      </div>
      {/* Whole answers are read out, not the words as they come. */}
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
    </>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('chat');
  const known = error instanceof Problem ? error : undefined;
  const reason = known?.isAway ? t('awayReason') : (known?.message ?? t('unknownReason'));
  return (
    <div className="mt-4 flex items-center justify-between gap-2 rounded-xl bg-danger-soft py-1.5 ps-4 pe-1.5 text-sm">
      <p className="min-w-0">{t('failed', { reason })}</p>
      <Button look="plain" className="shrink-0 text-danger" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
