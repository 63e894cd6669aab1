'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { ChatMessage } from './chat-message.ts';
import { shownParts } from './shown-parts.ts';
import { ToolActivities } from './tool-activities.tsx';
import { isToolPart, toolCallOf } from './tool-call.ts';

/** What an answer had done before its question was said otherwise: that is still so, and can be taken back here. */
export const KeptChanges = memo(function KeptChanges({ message }: { message: ChatMessage }) {
  const t = useTranslations('tools');
  const changes = message.parts.filter(isToolPart).filter((part) => toolCallOf(part).change);
  return (
    <li className="min-w-0 rounded-xl border border-line border-dashed px-4 py-2">
      <p className="text-sm text-ink-soft">{t('keptHeading')}</p>
      {shownParts(changes).map(
        (shown) => 'parts' in shown && <ToolActivities key={shown.key} parts={shown.parts} isNew />,
      )}
    </li>
  );
});
