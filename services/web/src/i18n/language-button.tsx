'use client';

import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useCommands } from '../commands/use-commands.ts';
import { ChoiceButton } from '../ui/choice-button.tsx';
import { useChooseLanguage } from './choose-language.ts';
import { languages, locales } from './languages.ts';

// Each language by its own name: who looks for it may read no other.
const choices = locales.map((value) => ({ value, name: languages[value].name, lang: value }));

/** The choice of a language. */
export function LanguageButton() {
  const t = useTranslations('language');
  const locale = useLocale();
  const choose = useChooseLanguage();
  useCommands(
    choices.map(({ value, name }) => ({
      id: `language-${value}`,
      group: 'look',
      words: t('choose', { language: name }),
      Icon: Languages,
      run: () => choose(value),
    })),
  );
  return (
    <ChoiceButton label={t('label')} Icon={Languages} choices={choices} value={locale} onChoose={choose} />
  );
}
