import { readStored, writeStored } from '../browser/stored-text.ts';
import { temporal } from './temporal.ts';

const CHOSEN = 'time-zone';

/** The zone that words like "tomorrow" mean: the one that the person chose, else the device's. */
export function timeZone(): string {
  return chosenZone() ?? deviceZone();
}

/** Where the device is, as far as it knows. */
export function deviceZone(): string {
  return temporal()?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Tells the day, as YYYY-MM-DD, that clocks where the person is show at a moment. */
export function dayTeller(): (moment: string) => string {
  const zone = timeZone();
  const instants = temporal()?.Instant;
  if (instants) return (moment) => `${instants.from(moment).toZonedDateTimeISO(zone)}`.slice(0, 10);
  // In Sweden days are written so.
  const format = new Intl.DateTimeFormat('sv', { timeZone: zone });
  return (moment) => format.format(new Date(moment));
}

/** Remembers what the person chose for the account; null follows the device again. */
export function rememberZone(zone: string | null): void {
  writeStored(CHOSEN, zone ?? '');
}

function chosenZone(): string | undefined {
  const zone = readStored(CHOSEN);
  return zone && isKnown(zone) ? zone : undefined;
}

/** The api may know zones that are newer than this browser. */
function isKnown(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
