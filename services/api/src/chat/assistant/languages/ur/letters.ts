/** Urdu letters: one form for each of the many that keyboards write, and the stem of a word. @module */

const unified: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۀ: 'ۂ',
  ۓ: 'ئے',
};
const otherForms = new RegExp(`[${Object.keys(unified).join('')}]`, 'gu');

// Words of commands that some people write with vowel signs. A title keeps its own signs.
const vowelSigns = /[\u064B-\u0652\u0654\u0670]/gu;
const commandWords = new Set(
  'اس اسے ان انہیں کر کرو کریں کرم براہ براے دو دیں دکھاو کل پرسوں حذف مکمل ختم شامل فورا یقینا نیا کیا'.split(
    ' ',
  ),
);

/** "Priority", as people spell it by ear. */
const priorityWord = /(?<![\p{L}\p{M}])پر(?:[اآ]?[ئیے]{0,3}و?[ئی]?ر[یئ]?ٹی|یارٹی|ائرٹی)(?![\p{L}\p{M}])/gu;

/** Letters of Arabic and Persian keyboards become Urdu ones; marks that only steer the direction go. */
export function tidy(text: string): string {
  return (
    text
      .replaceAll(/[\u200E\u200F\u061C\u0640\u2066-\u2069\u202A-\u202E]/gu, '')
      .replaceAll(/\u200C+/gu, ' ')
      .replaceAll(otherForms, (letter) => unified[letter] ?? letter)
      .replaceAll(priorityWord, 'پرائیورٹی')
      // No word begins with this form of the letter; many keyboards offer it first.
      .replaceAll(/(?<![\p{L}\p{M}])ھ/gu, 'ہ')
      .replaceAll(/[\p{L}\p{M}]+/gu, (word) => {
        const bare = word.replaceAll(vowelSigns, '');
        return commandWords.has(bare) ? bare : word;
      })
  );
}

/** A word as it is compared: without signs, and with the letters as one that sound and look alike. */
function folded(word: string): string {
  return word
    .replaceAll(vowelSigns, '')
    .replaceAll(otherForms, (letter) => unified[letter] ?? letter)
    .replaceAll('ھ', 'ہ')
    .replaceAll(/[أإٱ]/gu, 'ا')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ی');
}

/** A rough stem: enough for "کتابیں" and "کتاب", "خریدنا", "خریدی" and "خرید" to meet. */
export function stem(inflected: string): string {
  const word = folded(inflected);
  if (word.length <= 3) return word;
  const infinitive = /^(.{2,})ن[ایے]$/u.exec(word)?.[1];
  if (infinitive) return infinitive;
  // "دھویا", "پکائی": the past of verbs that end in a vowel.
  const past = /^(.+[او])(?:یا|یی|یے|ی)$/u.exec(word)?.[1];
  if (past) return past;
  const plural = /^(.{2,}?)(?:یاں|یوں|یں|وں)$/u.exec(word)?.[1];
  if (plural) return plural;
  return word.replace(/[ایےہ]$/u, '');
}
