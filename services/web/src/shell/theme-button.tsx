'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/button.tsx';
import { OnDemand } from '../ui/on-demand.tsx';
import { useTheme } from './providers.tsx';

export const themeIcons = { system: Monitor, light: Sun, dark: Moon };

const loadMenu = () => import('./theme-menu.tsx');

/** The choice of a theme: its button, and its menu when it is asked for. */
export function ThemeButton() {
  const t = useTranslations('theme');
  const [theme] = useTheme();
  const Icon = themeIcons[theme];
  return (
    <OnDemand
      load={loadMenu}
      rest={{}}
      trigger={(props) => (
        <IconButton aria-label={t('label')} aria-haspopup="menu" {...props}>
          <Icon size={19} aria-hidden />
        </IconButton>
      )}
    />
  );
}
