import type { useTranslations } from 'use-intl';
import type { Approval } from './approval.ts';

const tools = ['add_task', 'complete_task', 'delete_task', 'update_task', 'restore_task'] as const;

/** What it is about, in one line. */
export function headingOf(approval: Approval, t: ReturnType<typeof useTranslations<'approval'>>): string {
  const kinds = new Set(approval.calls.map(({ tool }) => tool));
  const only = kinds.size === 1 ? tools.find((tool) => kinds.has(tool)) : undefined;
  return t(only ?? 'several', { count: approval.calls.length });
}
