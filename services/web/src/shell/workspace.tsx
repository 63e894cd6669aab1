'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import clsx from 'clsx';
import { ListChecks, MessageCircle } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { AccountButton } from '../account/account-button.tsx';
import type { User } from '../api-client/types.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { PaletteButton } from '../commands/palette-button.tsx';
import { LanguageButton } from '../i18n/language-button.tsx';
import { TaskPanel } from '../tasks/task-panel.tsx';
import { usePendingCount } from '../tasks/task-queries.ts';
import { useKeptList } from '../tasks/use-kept-list.ts';
import { AwayBanner } from './away-banner.tsx';
import { useLiveUpdates } from './live-updates.ts';
import { newQueryClient } from './query-client.ts';
import { ThemeButton } from './theme-button.tsx';
import { useOfflineShell } from './use-offline-shell.ts';
import { useSwipes } from './use-swipes.ts';
import { UserProvider } from './user-context.tsx';
import { ShowViewProvider, type View } from './view.tsx';
import { Wordmark } from './wordmark.tsx';

interface Props {
  user: User;
  conversation?: number;
}

/** The page of who is signed in. */
export default function Workspace({ user, conversation }: Props) {
  const [queries] = useState(newQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <UserProvider value={user}>
        <Panels user={user} {...(conversation ? { conversation } : {})} />
      </UserProvider>
    </QueryClientProvider>
  );
}

/** Chat and tasks: side by side where there is room, one tap or one swipe apart on a phone. */
function Panels({ user, conversation }: Props) {
  const [turnedTo, setView] = useState<View>();
  const view = turnedTo ?? 'chat';
  // At once: whoever asks for a view wants to put the focus into it.
  const showView = useCallback((shown: View) => flushSync(() => setView(shown)), []);
  const main = useSwipes(setView);
  useLiveUpdates(user.id);
  useKeptList(user.id);
  useOfflineShell(user);
  return (
    <ShowViewProvider value={showView}>
      <div data-view={view} className="mx-auto flex h-dvh max-w-[90rem] flex-col">
        <AwayBanner />
        <header className="flex items-center justify-between gap-2 border-b border-line ps-4 pe-2 pt-[env(safe-area-inset-top)] wide:border-0 wide:px-6 wide:pt-2">
          <h1>
            <Wordmark />
          </h1>
          <div className="flex items-center">
            <PaletteButton />
            <LanguageButton />
            <ThemeButton />
            <AccountButton />
          </div>
        </header>
        <main ref={main} className="flex min-h-0 flex-1 gap-5 wide:px-6 wide:pt-2 wide:pb-6">
          <Panel
            shown={view === 'chat'}
            className={clsx('wide:flex-[1.35]', turnedTo && 'max-wide:from-start')}
          >
            <ChatPanel {...(conversation ? { initialConversation: conversation } : {})} />
          </Panel>
          <Panel shown={view === 'tasks'} className="wide:flex-1 max-wide:from-end">
            <TaskPanel />
          </Panel>
        </main>
        <PhoneViews userId={user.id} view={view} onView={setView} />
      </div>
    </ShowViewProvider>
  );
}

/** Both panels stay mounted: a phone only hides the other one. */
function Panel({ shown, className, children }: { shown: boolean; className: string; children: ReactNode }) {
  return (
    <div
      className={clsx(
        'flex min-h-0 min-w-0 flex-1 flex-col bg-surface wide:overflow-hidden wide:rounded-2xl wide:border wide:border-line',
        !shown && 'max-wide:hidden',
        className,
      )}
    >
      {children}
    </div>
  );
}

function PhoneViews(props: { userId: string; view: View; onView: (view: View) => void }) {
  const t = useTranslations('shell');
  const pending = usePendingCount(props.userId);
  const button = (view: View) => ({
    type: 'button' as const,
    'aria-current': view === props.view,
    onClick: () => props.onView(view),
    className:
      'flex min-h-14 flex-1 items-center justify-center gap-2 text-sm font-medium text-ink-soft -outline-offset-2 aria-[current=true]:text-pine-deep aria-[current=true]:shadow-[inset_0_2px_0_var(--pine)]',
  });
  return (
    <nav
      aria-label={t('views')}
      className="flex border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] wide:hidden"
    >
      <button {...button('chat')}>
        <MessageCircle size={20} aria-hidden />
        {t('chat')}
      </button>
      <button {...button('tasks')}>
        <ListChecks size={20} aria-hidden />
        {t('tasks')}
        {pending > 0 && (
          <span className="min-w-6 rounded-full bg-pine-soft px-1.5 text-xs tabular-nums">
            <span aria-hidden>{pending}</span>
            <span className="sr-only">{t('pendingCount', { count: pending })}</span>
          </span>
        )}
      </button>
    </nav>
  );
}
