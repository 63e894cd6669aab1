'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommands } from '../commands/use-commands.ts';
import { ChoiceButton } from '../ui/choice-button.tsx';
import { useTheme } from './providers.tsx';
import { themes } from './theme.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** The choice of a theme: light, dark, or as the system has it. */
export function ThemeButton() {
  const t = useTranslations('theme');
  const [theme, choose] = useTheme();
  const choices = themes.map((value) => ({ value, name: t(value), Icon: icons[value] }));
  useCommands(
    choices.map(({ value, name, Icon }) => ({
      id: `theme-${value}`,
      group: 'look',
      words: t('choose', { theme: name }),
      Icon,
      run: () => choose(value),
    })),
  );
  return (
    <ChoiceButton label={t('label')} Icon={icons[theme]} choices={choices} value={theme} onChoose={choose} />
  );
}
