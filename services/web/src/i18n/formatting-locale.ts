/**
 * How dates and times are written: in the language of the page, but as the person's own country writes it, which the
 * browser knows (15:00 in en-GB, 3 PM in en-US).
 */
export function formattingLocale(locale: string, preferred = navigator.languages): string {
  return preferred.find((tag) => tag.toLowerCase().split('-')[0] === locale) ?? locale;
}
