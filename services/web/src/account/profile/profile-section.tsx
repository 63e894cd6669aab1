'use client';

import { useTranslations } from 'use-intl';
import { useTheme } from '../../shell/providers.tsx';
import { themes } from '../../shell/theme.ts';
import { Segments } from '../../ui/segments.tsx';
import { Card } from '../page/card.tsx';
import { Loaded } from '../page/loaded.tsx';
import { ProfileForm } from './profile-form.tsx';
import { useProfile } from './profile-query.ts';

/** Who the person is, and how the pages look and speak to them. */
export default function ProfileSection() {
  const t = useTranslations('profile');
  const page = useTranslations('accountPage');
  const look = useTranslations('theme');
  const profile = useProfile();
  const [theme, choose] = useTheme();
  return (
    <>
      <Card title={page('profile')} lead={t('lead')}>
        <Loaded query={profile} rows={4}>
          {(data) => <ProfileForm profile={data} />}
        </Loaded>
      </Card>
      <Card title={t('look')} lead={t('lookLead')}>
        <Segments
          label={look('label')}
          segments={themes.map((value) => ({ value, words: look(value) }))}
          value={theme}
          onChange={choose}
          className="max-w-md"
        />
      </Card>
    </>
  );
}
