'use client';

import { useTranslations } from 'use-intl';
import { ActivityLine, type Around } from './activity-line.tsx';
import { type ToolPart, toolCallOf } from './tool-call.ts';
import { ToolSentence } from './tool-sentence.tsx';

/** One thing that the assistant did, in words, with the raw call for whoever wants to see it. */
export function ToolActivity({ part, ...around }: Around & { part: ToolPart }) {
  const t = useTranslations('tools');
  const call = toolCallOf(part);
  return (
    <ActivityLine
      calls={[call]}
      words={<ToolSentence call={call} />}
      detailsClassName="mb-2 space-y-2 rounded-lg bg-sunken p-3 text-xs"
      {...around}
    >
      <Raw label={t('sent')} value={call.input} />
      <Raw label={t('received')} value={call.output} />
    </ActivityLine>
  );
}

function Raw({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <div>
      <p className="font-medium text-ink-soft">{label}</p>
      <pre dir="auto" className="overflow-x-auto break-words whitespace-pre-wrap">
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
