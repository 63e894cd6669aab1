/**
 * Verbs that no list of spellings holds: in Urdu they end in -na, -ni or -ne, and what stands behind them tells that
 * they are verbs ("khareedna hai"). Their letters are exchanged one by one: all that matters is that the rules see the
 * ending, and that the typed letters come back.
 *
 * @module
 */

/** Longer ones first. */
const letters: readonly (readonly [latin: string, urdu: string])[] = [
  ...([
    ['kh', 'کھ'],
    ['gh', 'گھ'],
    ['ch', 'چ'],
    ['sh', 'ش'],
    ['th', 'تھ'],
    ['dh', 'دھ'],
    ['ph', 'پھ'],
    ['bh', 'بھ'],
    ['jh', 'جھ'],
    ['aa', 'ا'],
    ['ee', 'ی'],
    ['oo', 'و'],
  ] as const),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((latin, index) => {
    const urdu = [...'ابچدیفگہیجکلمنوپقرستووکےز'][index] ?? '';
    return [latin, latin === 'x' ? 'کس' : latin === 'y' ? 'ی' : latin === 'z' ? 'ز' : urdu] as const;
  }),
];

const endings: Readonly<Record<string, string>> = { na: 'نا', ni: 'نی', ne: 'نے', nay: 'نے' };

function inUrdu(latin: string): string {
  let [rest, result] = [latin.toLowerCase(), ''];
  while (rest !== '') {
    const [from, to] = letters.find(([start]) => rest.startsWith(start)) ?? [rest.charAt(0), ''];
    result += to;
    rest = rest.slice(from.length);
  }
  return result;
}

/** A verb in front of what tells that it is one. */
const infinitive =
  /(?<![\p{L}\p{N}'-])([a-z]{2,}?)(na|ni|ne|nay)(?=\s+(?:hai|hain|hy|he|h|hoga|hogi|hoge|tha|thi|the|chahiye|chahye|parega|paray|padega|zaroori|yaad|bhi|add|likh|shamil|note|mat|bhoolna|nahi)\b|\s*$)/giu;

/** Verbs as the rules know them; `keep` hears what each was typed as, in the plain form too. */
export function withVerbsWritten(text: string, keep: (urdu: string, typed: string) => void): string {
  return text.replaceAll(infinitive, (_whole, stem: string, ending: string) => {
    const urdu = inUrdu(stem);
    // A title is written down in the plain infinitive.
    keep(`${urdu}نا`, `${stem}na`);
    const bent = `${urdu}${endings[ending.toLowerCase()] ?? 'نا'}`;
    keep(bent, `${stem}${ending}`);
    return bent;
  });
}
