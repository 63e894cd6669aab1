/** @module What Urdu words mean at the moment of every test: a Wednesday noon in Karachi. */
import type { Request } from '../../requests.ts';
import { understand } from '../../understanding/understand.ts';
import { urdu } from './urdu.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

/** The requests in a message. */
export function understood(message: string): Request[] {
  return understand(message, urdu, now);
}
