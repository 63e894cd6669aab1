'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCopying } from '../ui/use-copying.ts';
import { SmallButton } from './small-button.tsx';

/** Copies a text, and says so where it was asked for. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const t = useTranslations('chat');
  const { copied, copy } = useCopying(t('copyFailed'));
  return (
    <>
      <SmallButton
        label={label}
        Icon={copied ? Check : Copy}
        onClick={() => copy(typeof text === 'string' ? text : text())}
      />
      <span role="status" className="sr-only">
        {copied && t('copied')}
      </span>
    </>
  );
}
