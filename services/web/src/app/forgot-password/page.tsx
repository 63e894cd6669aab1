import type { Metadata } from 'next';
import { ForgotForm } from '../../account/recovery/forgot-form.tsx';
import { RecoveryFrame } from '../../account/recovery/recovery-frame.tsx';
import { accountCatalogues } from '../../i18n/catalogues.ts';
import { accountTitle } from '../../server/account-title.ts';
import { readPreferences } from '../../server/preferences.ts';

export const generateMetadata = (): Promise<Metadata> => accountTitle('recovery', 'forgotTitle');

/** Where a mail with a link is asked for. */
export default async function Page() {
  const { locale } = await readPreferences();
  const { recovery = {} } = accountCatalogues[locale];
  return (
    <RecoveryFrame texts={{ recovery }}>
      <ForgotForm />
    </RecoveryFrame>
  );
}
