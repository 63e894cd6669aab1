'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '../../api-client/request.ts';
import { deviceZone, rememberZone } from '../../api-client/time-zone.ts';
import { languages, locales } from '../../i18n/languages.ts';
import { useUser } from '../../shell/user-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useStarted } from '../../ui/use-started.ts';
import { Field } from '../field.tsx';
import { Form } from '../form.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { useProblemWords } from '../problem-words.ts';
import { SelectField } from '../select-field.tsx';
import { rememberLanguage } from './language-here.ts';
import { type Profile, profileKey } from './profile-query.ts';
import { ZoneOptions } from './zone-options.tsx';

/** Stands for what the device has: no language and no zone is called so. */
const DEVICE = '';

/** Name, language and zone; all of it is saved at once. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations('profile');
  const account = useTranslations('account');
  const user = useUser();
  const router = useRouter();
  const queries = useQueryClient();
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  // The server does not know where the device is, but where it was.
  const here = useStarted() ? deviceZone() : (profile.time_zone ?? 'UTC');
  const zoneBefore = profile.time_zone_chosen ? (profile.time_zone ?? DEVICE) : DEVICE;
  const [name, setName] = useState(profile.name);
  const [language, setLanguage] = useState<string>(profile.language ?? DEVICE);
  const [zone, setZone] = useState(zoneBefore);
  const [nameMissing, setNameMissing] = useState(false);

  const save = useMutation({
    mutationFn: () =>
      request('patch', '/api/{user_id}/profile', {
        path: { user_id: user.id },
        body: {
          name: name.trim(),
          language: locales.find((known) => known === language) ?? null,
          time_zone: zone || null,
        },
      }),
    onSuccess: (saved) => {
      queries.setQueryData(profileKey(user.id), saved);
      rememberZone(saved.time_zone_chosen ? saved.time_zone : null);
      rememberLanguage(saved.language);
      // The name and the language are on the page around this, too.
      router.refresh();
    },
  });
  const edited = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      set(value);
      setNameMissing(false);
      save.reset();
    };
  };

  return (
    <Form
      ref={form}
      className="max-w-md gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        setNameMissing(!name.trim());
        if (name.trim()) save.mutate();
        else form.current?.querySelector('input')?.focus();
      }}
    >
      <Field
        label={account('name')}
        name="name"
        autoComplete="name"
        maxLength={100}
        value={name}
        error={nameMissing ? t('nameMissing') : undefined}
        onChange={edited(setName)}
      />
      <div className="grid gap-1.5">
        <span className="text-sm font-medium">{account('email')}</span>
        <span dir="ltr" className="break-all rtl:text-end">
          {profile.email}
        </span>
        <span className="text-xs text-ink-soft">{t('emailFixed')}</span>
      </div>
      <SelectField
        label={t('language')}
        hint={t('languageHint')}
        value={language}
        onChange={edited(setLanguage)}
      >
        <option value={DEVICE}>{t('languageDevice')}</option>
        {locales.map((known) => (
          <option key={known} value={known} lang={known}>
            {languages[known].name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('zone')} hint={t('zoneHint')} value={zone} onChange={edited(setZone)}>
        <option value={DEVICE}>{t('zoneDevice', { zone: here })}</option>
        <ZoneOptions present={zoneBefore || undefined} />
      </SelectField>
      <FormAnswer
        failure={save.isError ? words(save.error) : undefined}
        success={save.isSuccess ? t('saved') : undefined}
      />
      <Button type="submit" aria-disabled={save.isPending} className="justify-self-start">
        {save.isPending ? t('saving') : t('save')}
      </Button>
    </Form>
  );
}
