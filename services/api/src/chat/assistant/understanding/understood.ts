/** Remembers what messages meant: a turn is played again at each of its steps and in every later turn. @module */
import type { Language } from '../language.ts';
import type { Request } from '../requests.ts';
import type { Now } from './dates.ts';
import { understand } from './understand.ts';

const most = 2000;
const remembered = new Map<string, readonly Request[]>();

export interface Hearing {
  language: Language;
  now: Now;
  /** Whether the message was answered before: its dates have become calls long ago, so the moment does not matter. */
  past: boolean;
}

/** What a message means; worked out once in this process. */
export function understood(message: string, { language, now, past }: Hearing): readonly Request[] {
  const key = (moment: string) => JSON.stringify([language.code, moment, message]);
  const before = key('');
  const current = key(`${now.instant.getTime()} ${now.timeZone}`);
  const known = remembered.get(past ? before : current);
  if (known) return known;
  const requests = understand(message, language, now);
  if (remembered.size >= most) remembered.clear();
  remembered.set(before, requests);
  if (!past) remembered.set(current, requests);
  return requests;
}
