import type { Metadata } from 'next';
import { RecoveryFrame } from '../../account/recovery/recovery-frame.tsx';
import { ResetForm } from '../../account/recovery/reset-form.tsx';
import { accountCatalogues } from '../../i18n/catalogues.ts';
import { accountTitle } from '../../server/account-title.ts';
import { readPreferences } from '../../server/preferences.ts';

export const generateMetadata = (): Promise<Metadata> => accountTitle('recovery', 'resetTitle');

/** Where the link of that mail leads, its token behind the `#`. */
export default async function Page() {
  const { locale } = await readPreferences();
  const { recovery = {} } = accountCatalogues[locale];
  return (
    <RecoveryFrame texts={{ recovery }}>
      <ResetForm />
    </RecoveryFrame>
  );
}
