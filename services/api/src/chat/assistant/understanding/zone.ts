/** Wall clocks in IANA time zones, with `Intl` alone. @module */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

let latest: { instant: number; timeZone: string; wall: number } | undefined;

/** The wall clock of `timeZone` at `instant`, written into the UTC fields of a date. */
export function wallClock(instant: Date, timeZone: string): Date {
  // One sentence is read with one and the same moment many times over.
  if (latest?.instant !== instant.getTime() || latest.timeZone !== timeZone) {
    latest = { instant: instant.getTime(), timeZone, wall: readWallClock(instant, timeZone).getTime() };
  }
  return new Date(latest.wall);
}

function readWallClock(instant: Date, timeZone: string): Date {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  return new Date(
    Date.UTC(
      parts.year ?? 1970,
      (parts.month ?? 1) - 1,
      parts.day ?? 1,
      parts.hour ?? 0,
      parts.minute ?? 0,
      parts.second ?? 0,
    ),
  );
}

/** The instant at which the wall clock of `timeZone` shows `wall` (its UTC fields). */
export function instantOf(wall: Date, timeZone: string): Date {
  const offsetAt = (instant: Date) =>
    wallClock(instant, timeZone).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
  const guess = new Date(wall.getTime() - offsetAt(wall));
  return new Date(wall.getTime() - offsetAt(guess));
}

/** `YYYY-MM-DD` of a wall clock, moved by whole days. */
export function dayOf(wall: Date, days = 0): string {
  return new Date(wall.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
