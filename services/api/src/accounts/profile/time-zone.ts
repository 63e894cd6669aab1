/** @module Time zones by their names. */

/** The zone's proper name, e.g. `Asia/Karachi`; undefined when there is no such zone. */
export function knownTimeZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
