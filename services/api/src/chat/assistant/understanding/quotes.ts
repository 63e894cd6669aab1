/**
 * Quoted text is a name, never a command: it is taken out of the sentence before any rule sees it and put back into
 * what the rules found.
 *
 * @module
 */

// A private-use character pair that no keyboard types; it survives every rule as one word.
const opening = '\uE000';
const closing = '\uE001';
const placeholder = /\uE000(\d+)\uE001/g;
const quoted =
  /"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|”([^“”]+)“|`([^`]+)`|(?<![\p{L}\p{N}])['‘]((?:[^'’]|['’](?=\p{L}))+)['’](?!\p{L})/gu;

export interface Unquoted {
  text: string;
  /** Puts the quoted words back. */
  restore(text: string): string;
  /** Takes another text out: the one word that stands for it. */
  hide(text: string): string;
}

/** Takes quoted text out of a sentence. */
export function withoutQuotes(text: string): Unquoted {
  const kept: string[] = [];
  const bare = text.replaceAll(/[\uE000\uE001]/g, '').replaceAll(quoted, (_whole, ...groups: unknown[]) => {
    const content = groups.slice(0, 7).find((group): group is string => typeof group === 'string') ?? '';
    kept.push(content.trim());
    return `${opening}${kept.length - 1}${closing}`;
  });
  return {
    text: bare,
    restore: (part) =>
      part.replaceAll(placeholder, (_whole, index: string) =>
        (kept[Number(index)] ?? '').replaceAll(
          placeholder,
          (_all, inner: string) => kept[Number(inner)] ?? '',
        ),
      ),
    hide: (part) => `${opening}${kept.push(part.trim()) - 1}${closing}`,
  };
}

/** Whether a piece of unquoted text is nothing but one quotation. */
export function isQuotation(text: string): boolean {
  return /^\uE000\d+\uE001$/.test(text.trim());
}
