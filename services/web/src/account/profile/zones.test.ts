import { afterEach, expect, test, vi } from 'vitest';
import { offsetOf, zonesByRegion } from './zones.ts';

afterEach(() => vi.unstubAllGlobals());

test('zones stand under their regions, with their places', () => {
  const zones = new Map(zonesByRegion());
  expect(zones.get('asia')).toContainEqual({ name: 'Asia/Karachi', place: 'Karachi' });
  expect(zones.get('america')?.map(({ place }) => place)).toContain('Argentina, Salta');
  expect(zones.get('other')?.map(({ name }) => name)).toContain('UTC');
  expect([...zones.keys()].at(-1)).toBe('other');
});

test('the zone of the account is offered also when the browser has never heard of it', () => {
  const europe = new Map(zonesByRegion('Europe/Atlantis')).get('europe');
  expect(europe?.find(({ name }) => name === 'Europe/Atlantis')?.place).toBe('Atlantis');
});

test('a zone says how far it is from UTC, unless this browser does not know it', () => {
  expect(offsetOf('Asia/Karachi', 'en')).toBe('GMT+5');
  expect(offsetOf('Etc/GMT+5', 'en')).toBe('GMT-5');
  expect(offsetOf('Europe/Atlantis', 'en')).toBeUndefined();
});

test.each([
  ['+05:00', 'GMT+5'],
  ['-03:30', 'GMT-3:30'],
  ['+12:45', 'GMT+12:45'],
  ['+00:00', 'GMT'],
  // As it was in Liberia until 1972.
  ['-00:44:30', 'GMT-0:44'],
])('where the browser has Temporal, %s is told as %s', (offset, words) => {
  vi.stubGlobal('Temporal', { Now: { zonedDateTimeISO: () => ({ offset }) } });
  expect(offsetOf('Asia/Karachi', 'en')).toBe(words);
});
