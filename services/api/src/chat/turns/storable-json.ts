/** @module What a model says, as JSON that Postgres can keep. */

/** Without NUL, and with U+FFFD for half a character: models may send both, jsonb takes neither. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/\\(\\|u0000|ud[89a-f][0-9a-f]{2})/g, (found) => {
    if (found === '\\\\') return found;
    return found === '\\u0000' ? '' : '\\ufffd';
  });
}
