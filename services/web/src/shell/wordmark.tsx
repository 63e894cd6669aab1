'use client';

import { useTranslations } from 'use-intl';
import { Sign } from './sign.tsx';

/** The name of the app with its sign. */
export function Wordmark() {
  return <Sign name={useTranslations('app')('name')} />;
}
