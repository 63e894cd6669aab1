/** A key that makes a request repeatable. `crypto.randomUUID` is missing where the page is not on https or localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
