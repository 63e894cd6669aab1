/** @module Days as a person has them, in their time zone. */

const MILLISECONDS = 86_400_000;

/** The day of a moment somewhere, as YYYY-MM-DD. */
export function dayOf(moment: Date, timeZone: string): string {
  const { year, month, day } = Object.fromEntries(
    new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}`;
}

/** The day that many days later, or earlier when negative. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** E.g. `Wednesday, 2026-11-25`. */
export function spoken(day: string): string {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(new Date(day))}, ${day}`;
}
