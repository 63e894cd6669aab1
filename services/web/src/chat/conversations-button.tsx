'use client';

import { PanelLeft, Search } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useCommands } from '../commands/use-commands.ts';
import { useShowView } from '../shell/view.tsx';
import { IconButton } from '../ui/button.tsx';
import { OnDemand } from '../ui/on-demand.tsx';
import type ConversationDrawer from './conversation-drawer.tsx';

type Props = Pick<ComponentProps<typeof ConversationDrawer>, 'current' | 'onOpen'>;

const loadDrawer = () => import('./conversation-drawer.tsx');

/** The button of the conversation list; the list itself comes when it is asked for. */
export function ConversationsButton(props: Props) {
  const t = useTranslations('chat');
  const button = useRef<HTMLButtonElement>(null);
  const showView = useShowView();
  useCommands([
    {
      id: 'conversation.search',
      group: 'chat',
      words: t('search'),
      Icon: Search,
      shortcut: '/',
      run: () => {
        showView('chat');
        button.current?.focus();
        button.current?.click();
      },
    },
  ]);
  return (
    <OnDemand
      load={loadDrawer}
      rest={props}
      trigger={(handlers) => (
        <IconButton ref={button} aria-label={t('conversations')} aria-haspopup="dialog" {...handlers}>
          <PanelLeft size={18} aria-hidden className="rtl:-scale-x-100" />
        </IconButton>
      )}
    />
  );
}
