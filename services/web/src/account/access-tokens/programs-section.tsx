'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '../page/card.tsx';
import { ConnectGuide } from './connect-guide.tsx';
import { NewSecret } from './new-secret.tsx';
import { NewTokenForm } from './new-token-form.tsx';
import { TokenList } from './token-list.tsx';
import type { CreatedAccessToken } from './token-queries.ts';

/** Other programs that use the tasks: their tokens, and what they must be told. */
export default function ProgramsSection() {
  const t = useTranslations('programs');
  const [made, setMade] = useState<CreatedAccessToken>();
  return (
    <>
      <Card title={t('newToken')} lead={t('lead')}>
        {made ? (
          <NewSecret made={made} onDone={() => setMade(undefined)} />
        ) : (
          <NewTokenForm onMade={setMade} />
        )}
      </Card>
      <ConnectGuide token={made?.token} />
      <Card title={t('list')}>
        <TokenList onRevoked={({ id }) => setMade((shown) => (shown?.id === id ? undefined : shown))} />
      </Card>
    </>
  );
}
