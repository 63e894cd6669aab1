/**
 * Compares days, moments and keys, which are in order where their letters are. `localeCompare` would load the tables of
 * a language for it, which holds up a phone while the page starts.
 */
export function byCode(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
