import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import packageJson from '../../../../package.json' with { type: 'json' };
import { AccountFrame } from '../../../account/page/account-frame.tsx';
import { sectionOf } from '../../../account/page/sections.ts';
import { accountCatalogues } from '../../../i18n/catalogues.ts';
import { accountTitle } from '../../../server/account-title.ts';
import { readPreferences } from '../../../server/preferences.ts';
import { readProfile } from '../../../server/profile.ts';
import { readSession } from '../../../server/session.ts';
import { ApiAway } from '../../../shell/pages.tsx';

interface Props {
  params: Promise<{ section?: string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return accountTitle('accountPage', sectionOf((await params).section?.[0]) ?? 'profile');
}

/** The account of who is signed in, one part at a time; who is not is asked to sign in first. */
export default async function Page({ params }: Props) {
  const [name, ...deeper] = (await params).section ?? [];
  const section = deeper.length > 0 ? undefined : sectionOf(name);
  if (!section) notFound();
  const session = await readSession();
  if (session.state === 'away') return <ApiAway />;
  if (session.state === 'signed-out') redirect('/');
  const { locale } = await readPreferences();
  return (
    <AccountFrame
      user={session.user}
      profile={await readProfile(session.user.id)}
      section={section}
      texts={accountCatalogues[locale]}
      version={packageJson.version}
    />
  );
}
