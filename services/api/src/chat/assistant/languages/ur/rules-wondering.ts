/** Thinking aloud and asking for advice: "کیا مجھے جم چھوڑ دینا چاہیے؟", "جم مٹا دوں؟". Nothing in it is to be done. @module */
import type { Rule } from '../../language.ts';
import { pattern } from './forms.ts';

const start = '^(?:(?:یار|بھائی|تو|اچھا|ویسے|پھر|ہمم+|سنو|اور|لیکن)[\\s،,]+)*';
const who = '(?:(?:مجھے|ہمیں|میں|ہم|اب|آج) )*';
/** These ask for something else than a yes or no. */
const otherwise = '(?!.*(?:کیسے|کس طرح|کب|کہاں|کون|کونس[اےی]|کتن[اےی])(?:\\s|$))(?!(?:.*\\s)?کیا کر)';
const mine = '(?:[^\\s]+ ?)?(?:دوں|کروں|لوں|ڈالوں|رکھوں|جاؤں|چھوڑوں|مٹاؤں|ہٹاؤں|نکالوں|بدلوں|بھیجوں|لاؤں)';

const wondering: Rule['read'] = ({ about = '' }, reader) => {
  // "مٹا دوں" as it would be asked for: "مٹا دو".
  const asked = reader.request(about.replace(/وں$/u, 'و').replace(/ؤں$/u, 'ؤ'));
  return { kind: 'wonder', about: reader.text(about), ...(asked ? { asked } : {}) };
};

export const wonderingRules: readonly Rule[] = [
  {
    name: 'should-i',
    raw: true,
    pattern: pattern(
      `${start}(?:کیا ${who}${otherwise}(?<about>.+? [^\\s]+ن[اےی]) (?:چاہیے|چاہئے|چاہیئے|ہو ?گا|پڑے گا)[\\s؟?!۔.]*|کیا ${otherwise}(?<other>.+?) (?:ٹھیک|مناسب|بہتر|اچھا|ضروری) (?:ہے|ہو ?گا|رہے گا)[\\s؟?!۔.]*)$`,
    ),
    read: ({ about, other }, reader) => wondering({ about: about ?? other }, reader),
  },
  {
    name: 'shall-i',
    raw: true,
    pattern: pattern(
      `${start}(?:کیا (?=.)|(?=.*[؟?]\\s*$))${otherwise}${who}(?<about>.+? ${mine})(?: (?:یا|کہ) .+?)?(?: (?:نا|ناں|کیا))?[\\s؟?!۔.]*$`,
    ),
    read: wondering,
  },
  {
    name: 'not-sure',
    raw: true,
    pattern: pattern(
      `${start}(?:مجھے |میں )?(?:سمجھ نہیں آ ?(?:رہ[اےی]|ت[اےی])(?: ہے)?|پتا نہیں|پتہ نہیں|معلوم نہیں|یقین نہیں(?: ہے)?|سوچ رہ[اےی] (?:ہوں|تھا|تھی|ہیں))(?: کہ)? (?!آپ )(?<about>.+?)[\\s؟?!۔.]*$`,
    ),
    read: wondering,
  },
];
