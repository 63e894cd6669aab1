import { temporal } from '../../api-client/temporal.ts';
import { byCode } from '../../i18n/by-code.ts';

const regions = [
  'Africa',
  'America',
  'Antarctica',
  'Arctic',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
] as const;

type Region = Lowercase<(typeof regions)[number]> | 'other';

interface Zone {
  name: string;
  /** Without its region: `New York`. */
  place: string;
}

/** All zones that this browser knows, and `present`, by the region that their names begin with. */
export function zonesByRegion(present?: string): [Region, Zone[]][] {
  const names = new Set(Intl.supportedValuesOf('timeZone')).add('UTC');
  if (present) names.add(present);
  const found = new Map<Region, Zone[]>();
  for (const name of [...names].sort()) {
    const region = regionOf(name);
    const zones = found.get(region) ?? [];
    zones.push({ name, place: placeOf(name) });
    found.set(region, zones);
  }
  return [...found].sort(([a], [b]) => Number(a === 'other') - Number(b === 'other') || byCode(a, b));
}

/** How far a zone is from UTC, as `GMT-5`; nothing where this browser does not know it. */
export function offsetOf(name: string, locale: string): string | undefined {
  try {
    const found = temporal()?.Now.zonedDateTimeISO(name).offset;
    if (found) return shortOffset(found);
    const format = new Intl.DateTimeFormat(locale, { timeZone: name, timeZoneName: 'shortOffset' });
    return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value;
  } catch {
    // The account's zone may be newer than this browser.
    return undefined;
  }
}

/** `GMT+5:30` of `+05:30`. */
function shortOffset(offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const isZero = Number(hours) === 0 && Number(minutes) === 0;
  return isZero ? 'GMT' : `GMT${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

function regionOf(name: string): Region {
  const region = regions.find((known) => name.startsWith(`${known}/`));
  return region ? (region.toLowerCase() as Region) : 'other';
}

/** Without its region: `New York`. */
export function placeOf(name: string): string {
  return name
    .replace(/^[^/]*\//, '')
    .replaceAll('_', ' ')
    .replaceAll('/', ', ');
}
