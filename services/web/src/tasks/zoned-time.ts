import { dateFormat } from '../i18n/date-format.ts';

/** @module Days and times on the clocks of a zone, which need not be the one that the device is in. */

/** What clocks show: a day as YYYY-MM-DD, and a time as HH:MM. */
interface Clock {
  day: string;
  time: string;
}

/** What clocks in a zone show at a moment. */
export function clockAt(moment: Date, timeZone: string): Clock {
  const parts = dateFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const {
    year = '',
    month,
    day,
    hour,
    minute,
  } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** The moment at which clocks in a zone show this. */
export function momentOf(clock: Clock, timeZone: string): Date {
  const asIfUtc = ({ day, time }: Clock) => Date.parse(`${day}T${time}Z`);
  const shown = asIfUtc(clock);
  const ahead = (moment: number) => asIfUtc(clockAt(new Date(moment), timeZone)) - moment;
  // Where clocks are changed in between, the first is an hour off.
  const near = shown - ahead(shown);
  return new Date(shown - ahead(near));
}

/** The day that lies so many days after another. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
