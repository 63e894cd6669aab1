/** @module Whether a message is a plain yes or a plain no, and nothing else. */

interface Consent {
  yes: readonly string[];
  no: readonly string[];
  /** What may stand around either and says nothing. */
  idle: readonly string[];
}

/** Languages whose yes and no are understood, whatever language the conversation is in. */
const languages: readonly Consent[] = [
  {
    yes: [
      'y|yes|yep|yeah|yea|yup|ya|aye|sure(?: thing)?|ok|okay|k|alright|fine|absolutely|definitely|certainly|of course|correct|right',
      "approved?|confirm(?:ed)?|proceed|granted|agreed|sounds good|go ahead|go for it|go on(?: then)?|carry on|crack on|do it|do that|do so|please do|be my guest|why not|make it so|i(?:'| a)?m sure|i am sure|i do|👍|👌|✅",
      '(?:yes,? )?(?:(?:go ahead and )?(?:delete|remove|erase|clear|do) (?:all of (?:them|it|those)|them|it|that|all|everything|the lot)(?: all)?|all of (?:them|it)|them all|everything)',
    ],
    no: [
      "n|no|nope|nah|naw|no way|no thanks|no thank you|not now|not yet|not really|don't|do not|please don't|don't do (?:it|that)|rather not|i'd rather not",
      'cancel(?: it| that)?|stop|abort|reject(?:ed)?|refuse|denied|never ?mind|nvm|hold on|wait|forget (?:it|that|about it)|scrap (?:it|that)|keep (?:it|them|those|everything|that)(?: all)?|leave (?:it|them|that|everything)(?: alone| be| as (?:it|they) (?:is|are))?|changed my mind|i changed my mind|👎',
    ],
    idle: [
      "please|pls|plz|thanks|thank you|then|now|mate|buddy|man|bro|dude|oh|ah|hmm+|um+|well|just|actually|ok(?=[ ,]+(?:no|nah|nope|don't|cancel|stop))|so|lol|😊|🙏",
    ],
  },
  {
    yes: [
      'ہاں|ہاں جی|جی|جی ہاں|جی بالکل|جی ضرور|بالکل|ضرور|ٹھیک ہے|ٹھیک|درست|صحیح|منظور(?: ہے)?|بے شک|یقیناً?|پکا|چلو|چلیں|چلے گا|اوکے|او کے',
      '(?:سب |سب کچھ |انہیں |اسے |یہی |ڈیلیٹ |حذف |ختم )*کر ?(?:دو|دیں|دیجیے|دیجئے|ڈالو|لو|لیں)|(?:سب |سب کچھ )?(?:ہٹا|مٹا) ?(?:دو|دیں)|کرو|کریں|ہو جائے|کر دینا',
      'haan|han|ha|ji|ji haan|haan ji|han ji|theek hai|thik hai|bilkul|zaroor|kar do|kar dein|kardo|chalo|hanji',
    ],
    no: [
      'نہیں|نہ|نا|جی نہیں|نہیں جی|بالکل نہیں|ہرگز نہیں|ابھی نہیں|مت کرو|مت کریں|مت کرنا|نہ کرو|نہ کریں|نہیں کرنا|رہنے دو|رہنے دیں|رہنے دیجیے|چھوڑو|چھوڑیں|چھوڑ دو|چھوڑ دیں|جانے دو|جانے دیں|رک جاؤ|رکو|رکیں|ٹھہرو|منسوخ(?: کر ?(?:دو|دیں))?|کینسل(?: کر ?(?:دو|دیں))?',
      'nahi|nahin|nai|ji nahi|rehne do|rehne dein|chhoro|choro|mat karo|ruko',
    ],
    idle: ['بھئی|بھائی|یار|جناب|پلیز|شکریہ|اب|تو|بس|اچھا|ارے|دوست|مہربانی|bhai|yaar|please'],
  },
];

const joined = '[\\s,،.!۔–—-]+';

/** A whole answer, or idle words, at one place of a message; the longest of them is meant. */
const kinds = (['idle', 'no', 'yes'] as const).map((kind) => {
  const phrases = languages.flatMap((language) => language[kind]).join('|');
  return { kind, pattern: new RegExp(`(?:${phrases})(?:${joined}|$)`, 'iuy') };
});

/** Only a message that is nothing but a yes is one: what it might also mean is not guessed at. */
export function consentIn(message: string): 'yes' | 'no' | undefined {
  const words = message
    .trim()
    .replaceAll('’', "'")
    .replaceAll(/\bdont\b/giu, "don't");
  // A long text is no plain answer.
  if (words.length > 80) return undefined;
  const said = new Set<'yes' | 'no' | 'idle'>();
  for (let at = 0; at < words.length; ) {
    let longest = 0;
    let meant: 'yes' | 'no' | 'idle' | undefined;
    for (const { kind, pattern } of kinds) {
      pattern.lastIndex = at;
      const length = pattern.exec(words)?.[0].length ?? 0;
      if (length > longest) [longest, meant] = [length, kind];
    }
    if (!meant) return undefined;
    said.add(meant);
    at += longest;
  }
  // Whoever says both has not agreed.
  if (said.has('yes') === said.has('no')) return undefined;
  return said.has('yes') ? 'yes' : 'no';
}
