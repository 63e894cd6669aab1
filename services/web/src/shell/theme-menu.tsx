'use client';

import { Check, Monitor, Moon, Sun } from 'lucide-react';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/button.tsx';
import { useTheme } from './providers.tsx';
import { themeOf } from './theme.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const t = useTranslations('theme');
  const [theme, choose] = useTheme();
  const Icon = icons[theme];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton aria-label={t('label')}>
          <Icon size={19} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className="menu">
          <DropdownMenu.RadioGroup value={theme} onValueChange={(value) => choose(themeOf(value))}>
            {(['system', 'light', 'dark'] as const).map((choice) => {
              const ChoiceIcon = icons[choice];
              return (
                <DropdownMenu.RadioItem key={choice} value={choice} className="menu-item">
                  <ChoiceIcon size={18} aria-hidden />
                  <span className="flex-1">{t(choice)}</span>
                  <DropdownMenu.ItemIndicator>
                    <Check size={18} aria-hidden className="text-pine" />
                  </DropdownMenu.ItemIndicator>
                </DropdownMenu.RadioItem>
              );
            })}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
