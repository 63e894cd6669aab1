'use client';

import { Check } from 'lucide-react';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { useTranslations } from 'use-intl';
import type { OnDemandProps } from '../ui/on-demand.tsx';
import { useTheme } from './providers.tsx';
import { themeOf, themes } from './theme.ts';
import { themeIcons } from './theme-button.tsx';

/** Light, dark, or as the system has it. */
export default function ThemeMenu({ trigger, ...shown }: OnDemandProps) {
  const t = useTranslations('theme');
  const [theme, choose] = useTheme();
  return (
    <DropdownMenu.Root modal={false} {...shown}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className="menu">
          <DropdownMenu.RadioGroup value={theme} onValueChange={(value) => choose(themeOf(value))}>
            {themes.map((choice) => {
              const Icon = themeIcons[choice];
              return (
                <DropdownMenu.RadioItem key={choice} value={choice} className="menu-item">
                  <Icon size={18} aria-hidden />
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
