'use client';

import { useTranslations } from 'use-intl';
import { ActivityLine, type Around } from './activity-line.tsx';
import { ToolActivity } from './tool-activity.tsx';
import { type ToolPart, toolCallOf } from './tool-call.ts';
import { ToolSentence } from './tool-sentence.tsx';

/** What the assistant did with calls of one kind: one is told by itself, many in one line that unfolds. */
export function ToolActivities({ parts, ...around }: Around & { parts: readonly ToolPart[] }) {
  const t = useTranslations('tools');
  const [part, ...others] = parts;
  if (!part) return null;
  if (others.length === 0) return <ToolActivity part={part} {...around} />;
  const call = toolCallOf(part);
  const count = parts.length;
  return (
    <ActivityLine
      calls={[call, ...others.map(toolCallOf)]}
      words={
        call.change ? (
          t(`many_${call.change}`, { count })
        ) : (
          <>
            <ToolSentence call={call} /> <bdi className="tabular-nums">× {count}</bdi>
          </>
        )
      }
      detailsClassName="mb-2 max-h-96 overflow-y-auto rounded-lg border border-line px-3 py-1"
      {...around}
    >
      <ul>
        {parts.map((one) => (
          <li key={one.toolCallId}>
            <ToolActivity part={one} {...around} isNew={false} />
          </li>
        ))}
      </ul>
    </ActivityLine>
  );
}
