/** The two kinds of items that a list holds: things to do, and names of things. @module */
import { isQuotation } from './quotes.ts';

const longestName = 4;

/** In words. */
export const size = (text: string): number => text.trim().split(/\s+/).length;

/** Tells the kinds apart, given what a language says of one; `bare` leaves out what only counts the items. */
export function kindsOfItems(isAction: (text: string) => boolean, bare = (text: string) => text) {
  const isName = (text: string) =>
    isQuotation(text) || (/[\p{L}\uE000]/u.test(text) && size(bare(text)) <= longestName && !isAction(text));
  return {
    isName,
    /** Whether the pieces are all of one kind. */
    alike: (pieces: readonly string[]) =>
      pieces.length > 1 && (pieces.every(isAction) || pieces.every(isName)),
  };
}
