'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useCopying } from '../ui/use-copying.ts';

interface Props {
  text: string;
  /** The name, where "Copy" alone does not say what. */
  label: string;
  look?: 'primary' | 'outline';
  className?: string;
}

/** Copies a text, and says so in its place. */
export function CopyTextButton({ text, label, look = 'outline', className }: Props) {
  const t = useTranslations('accountPage');
  const { copied, copy } = useCopying(t('copyFailed'));
  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button look={look} aria-label={label} onClick={() => copy(text)} className={className}>
        <Icon size={17} aria-hidden />
        {copied ? t('copied') : t('copy')}
      </Button>
      <span role="status" className="sr-only">
        {copied && t('copied')}
      </span>
    </>
  );
}
