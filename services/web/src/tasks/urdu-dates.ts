/** Digits as code reads them, whichever script they are written in. */
export function westernDigits(text: string): string {
  return text
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

const days: Record<string, string> = {
  آج: 'today',
  کل: 'tomorrow',
  پرسوں: 'in 2 days',
  پیر: 'monday',
  سوموار: 'monday',
  منگل: 'tuesday',
  بدھ: 'wednesday',
  جمعرات: 'thursday',
  جمعہ: 'friday',
  جمعے: 'friday',
  ہفتہ: 'saturday',
  ہفتے: 'saturday',
  اتوار: 'sunday',
};
const months = [
  'جنوری',
  'فروری',
  'مارچ',
  'اپریل',
  'مئی',
  'جون',
  'جولائی',
  'اگست',
  'ستمبر',
  'اکتوبر',
  'نومبر',
  'دسمبر',
];
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const WEEKDAY = 'پیر|سوموار|منگل|بدھ|جمعرات|جمعہ|جمعے|ہفتہ|ہفتے|اتوار';
// A weekday alone may be another word (پیر is a foot, too): it is one before "کو" and after "اگلے".
const DAY = `(?:(?:آئندہ\\s+)?(?<plain>آج|کل|پرسوں)|اگلے\\s+(?<unit>ہفتے|مہینے|سال)(?!\\s+کو)|(?:اگلے\\s+)?(?<weekday>${WEEKDAY})\\s+کو|(?<number>\\d{1,2})\\s+(?<month>${months.join('|')})(?:\\s+کو)?)`;
const TIME =
  '(?:(?<part>صبح|دوپہر|شام|رات)(?:\\s+کو)?(?:\\s+(?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?\\s*بجے)?|(?<bare>\\d{1,2})(?::(?<bareMinute>\\d\\d))?\\s*بجے)';
const DATE = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${DAY}(?:\\s+${TIME})?|${TIME.replaceAll('?<', '?<only_')})(?:\\s+تک)?(?![\\p{L}\\p{M}\\p{N}])`,
  'u',
);
const units: Record<string, string> = { ہفتے: 'next week', مہینے: 'next month', سال: 'next year' };
const usualHours: Record<string, number> = { صبح: 9, دوپہر: 13, شام: 18, رات: 21 };

/** The Urdu words for a date or time in a line, and what they are in English, which dates are read in. */
export function inEnglish(line: string): { index: number; text: string; english: string } | undefined {
  const found = DATE.exec(westernDigits(line));
  if (!found?.groups) return undefined;
  const part = (name: string) => found.groups?.[name] ?? found.groups?.[`only_${name}`];
  const day =
    days[part('plain') ?? part('weekday') ?? ''] ??
    units[part('unit') ?? ''] ??
    (part('month') ? `${part('number')} ${englishMonths[months.indexOf(part('month') ?? '')]}` : '');
  const time = timeOf(
    part('part'),
    part('hour') ?? part('bare'),
    part('minute') ?? part('bareMinute') ?? '00',
  );
  const { index } = found;
  return { index, text: line.slice(index, index + found[0].length), english: `${day} ${time}`.trim() };
}

function timeOf(part: string | undefined, given: string | undefined, minute: string): string {
  if (given === undefined) return part ? `at ${usualHours[part]}:00` : '';
  const hour = Number(given);
  if (part === undefined || hour > 12) return `at ${hour}:${minute}`;
  const isNight = part === 'رات' && (hour < 5 || hour === 12);
  const afternoon = part === 'شام' || (part === 'رات' && !isNight) || (part === 'دوپہر' && hour < 11);
  return `at ${(hour % 12) + (afternoon || (part === 'دوپہر' && hour === 12) ? 12 : 0)}:${minute}`;
}
