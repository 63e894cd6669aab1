'use client';

import { LogOut } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { loadPart } from '../browser/load-part.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useUser } from '../shell/user-context.tsx';
import { changeStoreOf } from '../tasks/changes/change-store.ts';
import { OnDemand } from '../ui/on-demand.tsx';
import { useFollowZone } from './profile/profile-query.ts';
import { useSignOut } from './sign-out.ts';

const SignOutQuestion = lazy(() => loadPart(() => import('./sign-out-question.tsx')));
const loadMenu = () => import('./account-menu.tsx');

/** Who is signed in: a button, and its menu when it is asked for. */
export function AccountButton() {
  const t = useTranslations('account');
  const { id, name } = useUser();
  const leave = useSignOut();
  const [unsaved, setUnsaved] = useState(0);
  const signOut = () => {
    const count = changeStoreOf(id).read().length;
    count > 0 ? setUnsaved(count) : void leave();
  };
  useFollowZone();
  useCommands([{ id: 'sign-out', group: 'account', words: t('signOut'), Icon: LogOut, run: signOut }]);
  return (
    <>
      <OnDemand
        load={loadMenu}
        rest={{ onSignOut: signOut }}
        trigger={(props) => (
          <button
            type="button"
            aria-label={t('menu', { name })}
            aria-haspopup="menu"
            className="grid size-11 place-items-center rounded-full"
            {...props}
          >
            <span className="grid size-8 place-items-center rounded-full bg-pine text-sm font-semibold text-on-pine">
              {initial(name)}
            </span>
          </button>
        )}
      />
      {unsaved > 0 && (
        <Suspense>
          <SignOutQuestion count={unsaved} onSignOut={leave} onClose={() => setUnsaved(0)} />
        </Suspense>
      )}
    </>
  );
}

/** The first letter as people write it, which may be more than one code unit. */
function initial(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
}
