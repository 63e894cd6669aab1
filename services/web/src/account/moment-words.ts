import { timeZone } from '../api-client/time-zone.ts';
import { dateFormat } from '../i18n/date-format.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';

const MINUTE = 60_000;
const steps = [
  ['minute', MINUTE],
  ['hour', 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
] as const;

/** How long ago something was, in the largest unit that fits; undefined within the last two minutes. */
export function agoWords(moment: string, locale: string, now = Date.now()): string | undefined {
  const passed = now - Date.parse(moment);
  // The api tells these to the minute.
  if (passed < 2 * MINUTE) return undefined;
  const [unit, size] = steps.findLast(([, milliseconds]) => passed >= milliseconds) ?? steps[0];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(passed / size), unit);
}

/** A day, as the person's country writes it, in their zone. */
export function dayWords(moment: string, locale: string): string {
  const format = dateFormat(formattingLocale(locale), {
    dateStyle: 'medium',
    timeZone: timeZone(),
  });
  return format.format(new Date(moment));
}
