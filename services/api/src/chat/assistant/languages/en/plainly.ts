/** Ways to say a date that chrono does not know, in words that it knows. @module */
import { dayOf } from '../../understanding/zone.ts';
import { nthWeekdays } from './nth-weekday.ts';
import { type Rewritten, rewrite, type Step } from './rewrite.ts';
import { spokenClock } from './spoken-clock.ts';

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const hourOf = (word: string) => (hours.includes(word) ? hours.indexOf(word) + 1 : Number(word));
const minutes: Record<string, number> = {
  five: 5,
  ten: 10,
  quarter: 15,
  'a quarter': 15,
  twenty: 20,
  half: 30,
};
const spokenMinutes: Record<string, string> = {
  five: '05',
  ten: '10',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  'forty five': '45',
  fifty: '50',
};
const holidays: Record<string, string> = {
  'christmas eve': 'december 24',
  christmas: 'december 25',
  'new years eve': 'december 31',
  'new years': 'january 1',
  halloween: 'october 31',
  valentines: 'february 14',
};
const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const hour = `(?:\\d{1,2}|${hours.join('|')})`;
const pastOrTo = new RegExp(
  `\\b(half|(?:a )?quarter|five|ten|twenty|\\d{1,2})(?: minutes| mins)? (past|to) (${hour})(?: ?([ap])\\.?m?\\.?\\b)?(?: (in the (?:morning|afternoon|evening)|at night))?`,
  'gi',
);
const wordHour = new RegExp(
  `\\bat (${hours.join('|')})(?= ?(?:o'?clock|[ap]\\.?m\\b|sharp|tonight|tomorrow|[,.!]|$))`,
  'gi',
);

const iso = (day: Date) => day.toISOString().slice(0, 10);

/** The next day of the month with this number, from today on. */
function dayOfMonth(number: number, today: Date): string | undefined {
  for (let months = 0; months < 3; months += 1) {
    const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, number));
    if (day.getUTCDate() === number && iso(day) >= iso(today)) return iso(day);
  }
  return undefined;
}

const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** The weekday in the week after its next one. */
function weekAfter(name: string | undefined, today: Date): string | undefined {
  const weekday = ['', ...weekdays].indexOf((name ?? '').toLowerCase());
  if (weekday < 1) return undefined;
  const days = (((weekday % 7) - today.getUTCDay() + 7) % 7 || 7) + 7;
  return dayOf(today, days);
}

const inDays = (today: Date, days: number) => dayOf(today, days);
const toWeekday = (today: Date, weekday: number) => inDays(today, (weekday - today.getUTCDay() + 7) % 7);

/** The day of a month so many months on. */
function dayIn(today: Date, months: number, number: number): string | undefined {
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, number));
  return day.getUTCDate() === number ? iso(day) : undefined;
}

/** "3/4" as chrono expects it, the month first. */
const dayBeforeMonth: Step = [
  /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?=(?:\/\d{2,4})?(?![\d/]))/g,
  ([, day, month]) => (Number(month) > 12 ? undefined : `${month}/${day}`),
];

/** The text with its dates said plainly; `today` holds the person's wall clock. */
export function plainly(text: string, today: Date, monthFirst = true): Rewritten {
  return rewrite(text, [
    ...(monthFirst ? [] : [dayBeforeMonth]),
    ...spokenClock,
    nthWeekdays(today),
    [
      pastOrTo,
      ([, part = '', way, of = '', half, day]) => {
        const offset = minutes[part.toLowerCase()] ?? Number(part);
        const full = hourOf(of.toLowerCase());
        // "From 12 to 14 december" is no clock time.
        if (full > 12) return undefined;
        const back = way?.toLowerCase() === 'to';
        const clock = back
          ? `${full === 1 ? 12 : full - 1}:${60 - offset}`
          : `${full}:${String(offset).padStart(2, '0')}`;
        const later = day && (/morning/i.test(day) ? 'a' : 'p');
        return `${clock}${half || later ? `${half ?? later}m` : ''}`;
      },
    ],
    [
      // "The 10th of next month", "next month on the 5th".
      /\b(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?next month\b|\bnext month,? (?:on )?the (\d{1,2})(?:st|nd|rd|th)\b/gi,
      ([, number, other]) => dayIn(today, 1, Number(number ?? other)),
    ],
    [
      /\b(?:on )?(?:the )?first of next month\b|\b(?:at |by )?(?:the )?(?:beginning|start) of next month\b/gi,
      () => dayIn(today, 1, 1),
    ],
    [
      /\b(?:(?:at|by|on|before) )?(?:the )?(?:last day|end) of next month\b/gi,
      () => iso(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 2, 0))),
    ],
    [
      /\b(?:(?:at|by|on|before) )?(?:the )?last day of (?:the|this) month\b/gi,
      () => iso(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0))),
    ],
    [
      // "A week on monday", "monday week", "a week from friday".
      /\b(?:a week (?:on|from|after) (?:this )?|a week )((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)day) week\b/gi,
      ([whole, after, before]) => weekAfter(after ?? before, today) ?? whole,
    ],
    [
      /\b(?:the )?((?:mon|tues|wednes|thurs|fri|satur|sun)day) after next\b/gi,
      ([whole, day]) => weekAfter(day, today) ?? whole,
    ],
    [/\b(?:the )?week after next\b/gi, () => inDays(today, ((8 - today.getUTCDay()) % 7 || 7) + 7)],
    [
      /\b(?:in )?(?:a )?couple (?:of )?(days|weeks|hours|months)(?:'? time)?\b(?! ago)/gi,
      ([, unit]) => `in 2 ${unit}`,
    ],
    [/\bin (?:a )?few (days|weeks|hours)(?:'? time)?\b/gi, ([, unit]) => `in 3 ${unit}`],
    [
      /\bin (\w+) (day|week|month|hour|minute)(?:s|s'|'s)? time\b/gi,
      ([, count, unit]) => `in ${count} ${unit}s`,
    ],
    [
      /\b(\d+|an?|one|two|three|four|five|six|ten) (day|week|month)s? from (?:now|today)\b/gi,
      ([, count = '', unit]) => (/^(?:an?|one|1)$/i.test(count) ? `in 1 ${unit}` : `in ${count} ${unit}s`),
    ],
    [
      // "At 7 in the evening" is one time.
      /\b(?:at )?(\d{1,2}(?::\d\d)?)(?: ?o'?clock)? (?:(?:in the|this|tomorrow) (morning|afternoon|evening)|at night)\b/gi,
      ([whole = '', clock = '', part = 'night']) => {
        const half = /morning/i.test(part) || (part === 'night' && clock.startsWith('12'));
        return `${/tomorrow/i.test(whole) ? 'tomorrow ' : ''}at ${clock}${half ? 'am' : 'pm'}`;
      },
    ],
    [/\b(?:the )?day after (?:tomorrow|tmrw?|tommorow|tomorow)\b/gi, () => inDays(today, 2)],
    [
      /\b(?:on )?the (\d{1,2})(?:st|nd|rd|th) of (?:this|the) month\b/gi,
      ([whole, number]) => dayOfMonth(Number(number), today) ?? whole,
    ],
    [/\b(?:this )?coming (?=\w+day\b)/gi, () => 'this '],
    [/\b(?:at |by )?(?:(?:the )?month[- ]end|eom)\b/gi, () => 'the end of the month'],
    [
      new RegExp(`\\bat half (${hour})\\b(?! past\\b| to\\b|-)`, 'gi'),
      ([, of = '']) => `at ${hourOf(of.toLowerCase())}:30`,
    ],
    [
      /(?<=\b(?:due|by|before|until|till) )(\d{1,2})(?:st|nd|rd|th)(?=\s*(?:$|[,.!]))/gi,
      ([whole, number]) => dayOfMonth(Number(number), today) ?? whole,
    ],
    [
      /\b((?:on )?(?:tomorrow|today|\w+day))(?: by)? (?:eod|cob|(?:the )?end of (?:the )?day)\b/gi,
      ([, day]) => day,
    ],
    [/\blater (?=(?:today|tonight)\b)/gi, () => ''],
    [new RegExp(`\\bin (${months})\\b(?! \\d)`, 'gi'), ([, month]) => month],
    [
      // "0930 tomorrow", "at 1745", "1745 hrs".
      /(?<=\b(?:at|by|from|today|tomorrow|\w+day) )([01]\d|2[0-3])([0-5]\d)(?: ?(?:hrs?|hours|h)\b|\b(?!\s*(?:[a-z]|[£$€%])))|\b([01]\d|2[0-3])([0-5]\d)(?= (?:on )?(?:today|tomorrow|\w+day)\b)/gi,
      ([, hours, minutes, early, late]) => `${hours ?? early}:${minutes ?? late}`,
    ],
    // "Tomorrow morning, 8.30", "friday 14.15".
    [
      /(?<=\b(?:morning|afternoon|evening|tonight|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?:,? at|,)? ([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.]| ?(?:kg|km|l|%|euros?|pounds?|dollars?)\b)/gi,
      ([, hours, minutes]) => ` at ${hours}:${minutes}`,
    ],
    [
      /(?<!\b(?:at|by|from|the|in) )\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours)\b/gi,
      ([, hours, minutes]) => `at ${hours}:${minutes}`,
    ],
    [/(?<=^|\s)@ ?(\d{1,2}(?::\d\d)?)(?=\s|[ap]\.?m|$)/gi, ([, clock]) => `at ${clock}`],
    [/\bat (\d{1,2})(?:-?ish\b)/gi, ([, clock]) => `at ${clock}`],
    [/\b(tomorrow|today|\w+day|mon|tues?|wed|thu|thurs?|fri|sat|sun) eve\b/gi, ([, day]) => `${day} evening`],
    [
      /\b(?:eod|cob|(?:the )?end of (?:the )?day),? ((?:on )?(?:tomorrow|today|\w+day))\b/gi,
      ([, day]) => day,
    ],
    [
      /\bfirst thing (?:in the morning )?((?:on )?(?:tomorrow|\w+day))(?: morning)?\b/gi,
      ([, day]) => `${day} morning`,
    ],
    [/\b(?:over|at|on) the weekend\b/gi, () => 'this weekend'],
    [/\b(?:in )?an hour and a half\b/gi, () => 'in 90 minutes'],
    [
      // "Movie night" is no time of day.
      /(?<=\b(?!(?:this|the|in|at|by|on|for|last|next|every|each|early|late|until|before|tomorrow|today|yesterday|\w+day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|\w*\d\w*)\b)[a-z']+ )(?:night|evening|morning|afternoon)\b/gi,
      () => '-',
    ],
    [
      /(?<!\b(?:\w+day|tomorrow|tonight|\d+|\d+[ap]m|o'?clock|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) )\b(?:in the (morning|afternoon|evening)|at night)\b/gi,
      ([, part]) => {
        if (!part) return 'tonight';
        return /morning/i.test(part) && today.getUTCHours() >= 9 ? 'tomorrow morning' : `this ${part}`;
      },
    ],
    [
      /\b(?:the )?(?:end|close) of (?:the )?(?:day|play|business)(?: today)?\b|\b(?:eod|cob)\b/gi,
      () => 'today',
    ],
    [/\b(?:the )?end of (?:the |this )?week\b|\beow\b/gi, () => toWeekday(today, 5)],
    [/\b(?:the )?end of next week\b/gi, () => inDays(today, ((5 - today.getUTCDay() + 7) % 7) + 7)],
    [/\b(?:in )?a fortnight\b/gi, () => inDays(today, 14)],
    [/\ba week (?:from )?today\b/gi, () => inDays(today, 7)],
    [/\ba week (?:from )?tomorrow\b/gi, () => inDays(today, 8)],
    [
      /(?<=\b(?:on|by|before|for|until|due) )(christmas eve|christmas(?: day)?|new year'?s eve|new year'?s(?: day)?|halloween|valentine'?s(?: day)?)\b/gi,
      ([, name = '']) => holidays[name.toLowerCase().replace(/'| day$/g, '')],
    ],
    [
      /\b(?:midday|(?:at |around |over )?lunch ?time|at lunch(?= (?:today|tomorrow|on)\b|\s*$))\b/gi,
      () => 'at noon',
    ],
    [
      /\bbetween (\d{1,2}(?::\d\d)?) ?([ap]m)? (?:and|&|-) \d{1,2}(?::\d\d)? ?([ap]m)?/gi,
      ([, from, half, until]) =>
        `at ${from}${half ?? (until?.toLowerCase() === 'pm' && Number(from) < 8 ? until : '')}`,
    ],
    [/\bnext tues\b/gi, () => 'next tuesday'],
    [
      new RegExp(
        `\\bat (${hours.join('|')})[ -](five|ten|fifteen|twenty|thirty|forty|forty[ -]five|fifty)\\b`,
        'gi',
      ),
      ([, at = '', past = '']) =>
        `at ${hourOf(at.toLowerCase())}:${spokenMinutes[past.toLowerCase().replace('-', ' ')] ?? '00'}`,
    ],
    [
      /\b(tomorrow|today|tonight|\w+day) (\d{1,2})(?:ish)?(?=\s*(?:$|[,.!]))/gi,
      ([, day, at]) => `${day} at ${at}`,
    ],
    [
      /\bon (?:the )?(?:(\d{1,2})(?:st|nd|rd|th)|first)(?=\s*(?:$|[,.!]))/gi,
      ([whole, number = '1']) => dayOfMonth(Number(number), today) ?? whole,
    ],
    [wordHour, ([, word = '']) => `at ${hourOf(word.toLowerCase())}`],
    [
      /\b(?:by|around|about|before|after|at around|at about) (\d{1,2})(?:ish)?(?=\s*(?:$|[,.!]|today|tomorrow|tonight|on\b))/gi,
      ([, at]) => `at ${at}`,
    ],
    [
      /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|time|floor|grade|birthday))/gi,
      ([whole, number]) => dayOfMonth(Number(number), today) ?? whole,
    ],
  ]);
}
