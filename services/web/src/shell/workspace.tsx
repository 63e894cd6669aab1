'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { ListChecks, MessageCircle } from 'lucide-react';
import * as Tabs from 'radix-ui/tabs';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AccountButton } from '../account/account-button.tsx';
import type { User } from '../api-client/types.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { TaskPanel } from '../tasks/task-panel.tsx';
import { usePendingCount } from '../tasks/task-queries.ts';
import { AwayBanner } from './away-banner.tsx';
import { useLiveUpdates } from './live-updates.ts';
import { newQueryClient } from './query-client.ts';
import { ThemeButton } from './theme-button.tsx';
import { UserProvider } from './user-context.tsx';
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

/** Chat and tasks: side by side where there is room, one tap apart on a phone. */
function Panels({ user, conversation }: Props) {
  const t = useTranslations('shell');
  useLiveUpdates(user.id);
  return (
    <Tabs.Root defaultValue="chat" className="mx-auto flex h-dvh max-w-[90rem] flex-col">
      <AwayBanner />
      <header className="flex items-center justify-between gap-2 border-b border-line ps-4 pe-2 pt-[env(safe-area-inset-top)] wide:border-0 wide:px-6 wide:pt-2">
        <h1>
          <Wordmark />
        </h1>
        <div className="flex items-center">
          <ThemeButton />
          <AccountButton />
        </div>
      </header>
      <main className="flex min-h-0 flex-1 gap-5 wide:px-6 wide:pt-2 wide:pb-6">
        <Panel value="chat" className="wide:flex-[1.35]">
          <ChatPanel {...(conversation ? { initialConversation: conversation } : {})} />
        </Panel>
        <Panel value="tasks" className="wide:flex-1">
          <TaskPanel />
        </Panel>
      </main>
      <nav aria-label={t('views')} className="wide:hidden">
        <PhoneTabs userId={user.id} />
      </nav>
    </Tabs.Root>
  );
}

/** Both panels stay mounted: a phone only hides the other one. */
function Panel({ value, className, children }: { value: string; className: string; children: ReactNode }) {
  return (
    <Tabs.Content
      forceMount
      value={value}
      tabIndex={-1}
      className={`min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none max-wide:data-[state=inactive]:hidden flex wide:overflow-hidden wide:rounded-2xl wide:border wide:border-line ${className}`}
    >
      {children}
    </Tabs.Content>
  );
}

function PhoneTabs({ userId }: { userId: string }) {
  const t = useTranslations('shell');
  const pending = usePendingCount(userId);
  const tab =
    'flex min-h-14 flex-1 items-center justify-center gap-2 text-sm font-medium text-ink-soft data-[state=active]:text-pine-deep data-[state=active]:shadow-[inset_0_2px_0_var(--pine)] -outline-offset-2';
  return (
    <Tabs.List className="flex border-t border-line bg-paper pb-[env(safe-area-inset-bottom)]">
      <Tabs.Trigger value="chat" className={tab}>
        <MessageCircle size={20} aria-hidden />
        {t('chat')}
      </Tabs.Trigger>
      <Tabs.Trigger value="tasks" className={tab}>
        <ListChecks size={20} aria-hidden />
        {t('tasks')}
        {pending > 0 && (
          <span className="min-w-6 rounded-full bg-pine-soft px-1.5 text-xs tabular-nums">
            <span aria-hidden>{pending}</span>
            <span className="sr-only">{t('pendingCount', { count: pending })}</span>
          </span>
        )}
      </Tabs.Trigger>
    </Tabs.List>
  );
}
