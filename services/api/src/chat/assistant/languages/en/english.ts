/** English. @module */
import { casual } from 'chrono-node/en';
import type { Language } from '../../language.ts';
import { phrases } from './phrases.ts';
import { rules } from './rules.ts';
import { words } from './words.ts';

/** Words that chrono takes for dates and people mostly do not mean as one when they stand alone. */
const notADate = /^(?:may|march|sat|sun|mon|now|second|the second|a second|this (?:minute|second))$/i;

export const english: Language = {
  code: 'en',
  locale: 'en-US',
  words,
  rules,
  phrases,
  dates: (text, reference) =>
    casual
      .parse(text, { instant: reference, timezone: 0 }, { forwardDate: true })
      .filter(
        (result) =>
          !notADate.test(result.text.trim()) &&
          (result.start.isCertain('day') ||
            result.start.isCertain('weekday') ||
            result.start.isCertain('hour') ||
            result.start.isCertain('month') ||
            /day|week|month|year|tonight|morning|evening|afternoon|noon|hour|minute/i.test(result.text)),
      ),
};
