'use client';

import { SquareSlash } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/button.tsx';
import { showSheet } from './sheets.ts';

/** The palette for who does not know its keys; a phone, which has none, does without. */
export function PaletteButton() {
  const t = useTranslations('commands');
  return (
    <IconButton
      aria-label={t('palette')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => showSheet('palette')}
      className="max-wide:hidden"
    >
      <SquareSlash size={19} aria-hidden />
    </IconButton>
  );
}
