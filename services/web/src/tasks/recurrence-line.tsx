'use client';

import { useRecurrenceWords } from './recurrence-words.ts';

/** How often a task recurs, in words. */
export default function RecurrenceLine({ recurrence }: { recurrence: string }) {
  return useRecurrenceWords()(recurrence);
}
