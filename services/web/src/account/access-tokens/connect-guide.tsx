'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { CopyTextButton } from '../copy-text-button.tsx';
import { Card } from '../page/card.tsx';
import { SelectField } from '../select-field.tsx';
import { type Client, clients, configurationOf } from './configurations.ts';

const NO_TOKEN = 'todo_…';

// The server that renders this first does not know by which name it is reached.
const never = () => () => {};
const origin = () => window.location.origin;

/** What each program must be told, ready to be copied; with the new token in it for as long as that is shown. */
export function ConnectGuide({ token }: { token: string | undefined }) {
  const t = useTranslations('programs');
  const [client, setClient] = useState<Client>('claude-code');
  const url = `${useSyncExternalStore(never, origin, () => 'http://localhost:3000')}/mcp`;
  const code = (text: ReactNode) => (
    <code dir="ltr" className="break-all">
      {text}
    </code>
  );
  return (
    <Card
      title={t('connect')}
      lead={t.rich(token ? 'connectLeadToken' : 'connectLead', { address: url, code })}
    >
      <SelectField
        label={t('client')}
        value={client}
        onChange={(value) => {
          const chosen = Object.keys(clients).find((known) => known === value);
          if (chosen) setClient(chosen as Client);
        }}
      >
        {Object.entries(clients).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      {configurationOf(client, { url, token: token ?? NO_TOKEN }).map(({ where, file = '', text }) => {
        const words = t(where, { file: `\u2068${file}\u2069` });
        return (
          <figure key={where} className="grid min-w-0 gap-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <figcaption className="text-sm font-medium">{words}</figcaption>
              <CopyTextButton text={text} label={t('copyPart', { where: words })} />
            </div>
            {/* It can be scrolled, so it can be reached by keys. */}
            <section
              dir="ltr"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
              tabIndex={0}
              aria-label={words}
              className="max-h-80 overflow-auto rounded-lg bg-sunken p-3 text-start"
            >
              <pre className="text-xs">
                <code>{text}</code>
              </pre>
            </section>
          </figure>
        );
      })}
    </Card>
  );
}
