/** Digits of other scripts. @module */

/** Every decimal digit as 0 to 9: "۱۲" becomes "12". Unicode keeps the ten digits of a script side by side. */
export function latinDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const own = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && own - zero < 9) zero -= 1;
    return String(own - zero);
  });
}
