'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { CopyTextButton } from '../copy-text-button.tsx';
import type { CreatedAccessToken } from './token-queries.ts';

interface Props {
  made: CreatedAccessToken;
  onDone: () => void;
}

/** The secret of a new token, this once. */
export function NewSecret({ made, onDone }: Props) {
  const t = useTranslations('programs');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-3 rounded-xl border border-pine bg-pine-soft p-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold break-words outline-none">
        {t('made', { name: made.name })}
      </h3>
      <p className="text-sm">{t('once')}</p>
      <div className="flex flex-wrap gap-2">
        <input
          readOnly
          dir="ltr"
          aria-label={t('token')}
          value={made.token}
          onFocus={(event) => event.target.select()}
          className="field min-w-0 flex-[1_1_14rem] font-mono text-sm"
        />
        <CopyTextButton look="primary" text={made.token} label={t('copyToken')} />
      </div>
      <Button look="outline" onClick={onDone} className="justify-self-start">
        {t('done')}
      </Button>
    </div>
  );
}
