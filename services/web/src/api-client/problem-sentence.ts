import type { useTranslations } from 'use-intl';
import type { Problem } from './problem.ts';

type Words = ReturnType<typeof useTranslations<'problems'>>;
type What = Pick<Problem, 'status' | 'kind' | 'message' | 'isAway' | 'retryAfter'>;

/** The kinds of problem that have a sentence of their own. */
const byKind = {
  'wrong-password': 'wrongPassword',
  'mail-not-set-up': 'mailNotSetUp',
  'reset-token-invalid': 'tokenInvalid',
  'too-many-access-tokens': 'tooManyTokens',
  'too-many-requests': 'tooMany',
  'imports-busy': 'busy',
  'body-too-large': 'tooLarge',
  'session-not-found': 'gone',
  'access-token-not-found': 'gone',
  'task-not-found': 'gone',
  'conversation-not-found': 'gone',
  'turn-not-found': 'gone',
  unauthorized: 'signedOut',
  'not-yours': 'signedOut',
  'foreign-origin': 'foreignOrigin',
  'another-change-since': 'changedSince',
  'changed-since': 'changedSince',
  'task-changed': 'changedSince',
  'conversation-busy': 'stillAnswering',
  'answer-changed-tasks': 'couldDouble',
  'answer-pending': 'answerPending',
  'approval-not-found': 'decided',
  'approval-decided': 'decided',
  'approval-expired': 'decided',
  'approval-invalid': 'decided',
} as const;

const byStatus = { 401: 'signedOut', 404: 'gone', 413: 'tooLarge', 429: 'tooMany' } as const;

/** So many seconds are not worth counting. */
const A_MOMENT = 5;

/** After these the same may go well by itself. */
const passing: readonly string[] = ['away', 'tooMany', 'busy'];

interface Around {
  /** No other sentence says that something did not work. */
  isAlone?: boolean;
  /** It is told otherwise when it is tried again. */
  isTriedAgain?: boolean;
}

/**
 * What went wrong, in the person's language, with what to do. What only the api has words for stands beneath a sentence
 * of ours.
 */
export function problemSentence(t: Words, problem: What, around: Around = {}): string {
  const key = keyOf(problem);
  if (!key) return t(around.isAlone ? 'failed' : 'answered', { reason: problem.message });
  return passing.includes(key) && !around.isTriedAgain ? `${t(key)} ${whenAgain(t, problem)}` : t(key);
}

/** When to try again, as far as the api said. */
function whenAgain(t: Words, { retryAfter }: What): string {
  if (!retryAfter || retryAfter < A_MOMENT) return t('again');
  if (retryAfter < 60) return t('againSeconds', { count: Math.ceil(retryAfter) });
  return t('againMinutes', { count: Math.ceil(retryAfter / 60) });
}

function keyOf({ kind, status, isAway }: What) {
  const known = byKind[kind as keyof typeof byKind];
  return known ?? (isAway ? 'away' : byStatus[status as keyof typeof byStatus]);
}
