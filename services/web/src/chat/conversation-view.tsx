'use client';

import { ArrowDown, LoaderCircle, MessageCircle } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { newKey } from '../api-client/new-key.ts';
import { loadPart } from '../browser/load-part.ts';
import { whenIdle } from '../browser/when-idle.ts';
import { isTyping } from '../commands/keys.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useUser } from '../shell/user-context.tsx';
import { useShowView } from '../shell/view.tsx';
import { Button } from '../ui/button.tsx';
import type { Approval } from './approval.ts';
import type { ChatMessage } from './chat-message.ts';
import { Composer } from './composer.tsx';
import { EmptyChat } from './empty-chat.tsx';
import { loadMarkdown } from './load-markdown.ts';
import { loadMessageList } from './load-message-list.ts';
import { MessageSkeleton } from './message-skeleton.tsx';
import { useChangedElsewhere } from './use-changed-elsewhere.ts';
import { useOutbox } from './use-outbox.ts';
import { useReplacement } from './use-replacement.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import type { Place } from './use-turns.ts';
import { useTurnsOnDemand } from './use-turns-on-demand.tsx';

const MessageList = lazy(() => loadPart(loadMessageList));

interface Props {
  /** The one that was opened. */
  conversation: number | undefined;
  messages: ChatMessage[];
  /** The one that it is by now: a new one gets its number with its first answer. */
  current?: number | undefined;
  onConversation: (id: number) => void;
}

/** One conversation: its messages, and the box for the next one. */
export default function ConversationView({
  conversation,
  messages: initial,
  current = conversation,
  onConversation,
}: Props) {
  const t = useTranslations('chat');
  const { id: userId } = useUser();
  const field = useRef<HTMLTextAreaElement>(null);
  const [announced, setAnnounced] = useState('');
  const { view, away, toEnd } = useStickToEnd();
  const turns = useTurnsOnDemand({
    userId,
    conversation,
    messages: initial,
    onConversation,
    onAnswer: setAnnounced,
  });
  const { messages, busy, status, reconnecting, error } = turns;

  useEffect(() => {
    // On a touch screen this would open the keyboard over what the person came to read; and who types elsewhere already
    // must not find the rest of a word here.
    if (window.matchMedia('(pointer: fine)').matches && !isTyping(document.activeElement))
      field.current?.focus();
  }, []);

  const showView = useShowView();
  useCommands([
    {
      id: 'message',
      group: 'chat',
      words: t('write'),
      Icon: MessageCircle,
      shortcut: 'm',
      run: () => {
        showView('chat');
        field.current?.focus();
      },
    },
  ]);

  useChangedElsewhere({ userId, conversation: current, busy, onChange: turns.refresh });

  const outbox = useOutbox({ userId, conversation: current, turns });
  const say = (words: string, place?: Place) => {
    setAnnounced('');
    const id = newKey();
    outbox.sent(id, words, place);
    turns.send(words, id, place);
    toEnd();
    field.current?.focus();
  };
  const replace = useReplacement(messages, say);
  // The same function for all renderings: the list is long, and renders only for what concerns it.
  const latestTurns = useRef(turns);
  latestTurns.current = turns;
  const decide = useCallback(
    (approval: Approval, approved: boolean) => void latestTurns.current.decide(approval, approved),
    [],
  );
  const retry = useCallback(() => latestTurns.current.retry(), []);

  // A first sign that something will be said: what that takes is there before it is sent, but not before the sign is
  // answered.
  const isWarm = useRef(false);
  const warm = () => {
    if (isWarm.current) return;
    isWarm.current = true;
    whenIdle(() => {
      turns.warm();
      for (const load of [loadMessageList, loadMarkdown]) load().catch(() => {});
    });
  };

  const seen = useRef(messages);
  useEffect(() => {
    if (!away) seen.current = messages;
  });
  const hasNews = away && seen.current !== messages;

  const thinking = status === 'submitted' || (status === 'streaming' && messages.at(-1)?.role === 'user');
  return (
    <div className="contents" onPointerDown={warm} onInput={warm}>
      {turns.runner}
      <div ref={view} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col px-4 py-5 wide:px-6">
          {messages.length === 0 ? (
            <EmptyChat onPrompt={(words) => say(words)} />
          ) : (
            <Suspense fallback={<MessageSkeleton />}>
              <MessageList
                messages={messages}
                busy={busy}
                error={error}
                onRetry={retry}
                onDecide={decide}
                onReplace={replace}
                onAnnounce={setAnnounced}
              />
            </Suspense>
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
            {t(hasNews ? 'newMessages' : 'latest')}
          </Button>
        )}
        <Composer
          field={field}
          busy={busy}
          userId={userId}
          conversation={current}
          onSend={(words) => say(words)}
          onStop={() => {
            outbox.givenUp();
            void turns.stop();
          }}
        />
      </div>
      {/* Whole answers are read out, not the words as they come. */}
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
    </div>
  );
}
