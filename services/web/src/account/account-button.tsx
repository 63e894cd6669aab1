'use client';

import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import { OnDemand } from '../ui/on-demand.tsx';

const loadMenu = () => import('./account-menu.tsx');

/** Who is signed in: a button, and its menu when it is asked for. */
export function AccountButton() {
  const t = useTranslations('account');
  const { name } = useUser();
  return (
    <OnDemand
      load={loadMenu}
      rest={{}}
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
  );
}

/** The first letter as people write it, which may be more than one code unit. */
function initial(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
}
