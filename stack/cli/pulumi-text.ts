/**
 * What Pulumi's engine writes, without the marks that only its own display knows.
 *
 * @module
 */
import { stripVTControlCharacters } from 'node:util';

/** Without colors: Pulumi marks them as `<{%fg 1%}>`, and policies with the codes of terminals. */
export function withoutColors(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/<\{%.*?%\}>/g, '')
    .trim();
}
