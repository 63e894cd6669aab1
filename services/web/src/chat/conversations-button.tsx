'use client';

import { PanelLeft } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/button.tsx';
import { OnDemand } from '../ui/on-demand.tsx';
import type ConversationDrawer from './conversation-drawer.tsx';

type Props = Pick<ComponentProps<typeof ConversationDrawer>, 'current' | 'onOpen'>;

const loadDrawer = () => import('./conversation-drawer.tsx');

/** The button of the conversation list; the list itself comes when it is asked for. */
export function ConversationsButton(props: Props) {
  const t = useTranslations('chat');
  return (
    <OnDemand
      load={loadDrawer}
      rest={props}
      trigger={(handlers) => (
        <IconButton aria-label={t('conversations')} aria-haspopup="dialog" {...handlers}>
          <PanelLeft size={18} aria-hidden className="rtl:-scale-x-100" />
        </IconButton>
      )}
    />
  );
}
