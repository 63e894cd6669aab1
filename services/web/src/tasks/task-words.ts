import { createElement, type ReactNode } from 'react';
import type { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { problemSentence } from '../api-client/problem-sentence.ts';
import type { Change, Failure } from './changes/change.ts';

/** A title has a direction of its own, whatever the sentence around it has. */
export const emphasis = { em: (title: ReactNode) => createElement('bdi', null, title) };

/** The title of the task that was changed; nothing where there were several. */
export function titleOf(change: Change): string | undefined {
  if (change.kind === 'bulk') return undefined;
  if (change.kind === 'add') return change.fields.title;
  return 'task' in change ? change.task.title : change.title;
}

/** Why something was not done. */
export function reasonOf(
  t: ReturnType<typeof useTranslations<'problems'>>,
  { status, message, kind }: Pick<Failure, 'status' | 'message' | 'kind'>,
): string {
  return problemSentence(t, new Problem(status, message, undefined, {}, { kind }));
}
