/** Times as they are dictated: "nine a m", "three pm", "half five today", "twelve noon". @module */
import type { Step } from './rewrite.ts';

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const hour = `(?:\\d{1,2}|${hours.join('|')})`;
const day = `(?:today|tonight|tomorrow|(?:on |this |next )*(?:mon|tues|wednes|thurs|fri|satur|sun)day)`;
const offsets: Record<string, number> = {
  half: 30,
  quarter: 15,
  'a quarter': 15,
  five: 5,
  ten: 10,
  twenty: 20,
};

const hourOf = (word: string) => {
  const place = hours.indexOf(word.toLowerCase());
  return place < 0 ? Number(word) : place + 1;
};

/** A clock time out of "quarter to seven". */
function clockOf(part: string, way: string, of: string): string | undefined {
  const offset = offsets[part.toLowerCase()] ?? Number(part);
  const full = hourOf(of);
  if (!(full >= 1 && full <= 12) || !(offset > 0 && offset < 60)) return undefined;
  return way.toLowerCase() === 'to'
    ? `${full === 1 ? 12 : full - 1}:${60 - offset}`
    : `${full}:${String(offset).padStart(2, '0')}`;
}

/** What is rewritten before any other way to say a time. */
export const spokenClock: readonly Step[] = [
  [
    // "Today half 5", "on friday, half seven"
    new RegExp(`\\b(${day}),? (?:at )?half (${hour})\\b(?! past\\b| to\\b|-)`, 'gi'),
    ([, when = '', of = '']) => `${when} at ${hourOf(of)}:30`,
  ],
  [
    // "Quarter to seven tomorrow morning", "half past five this evening".
    new RegExp(
      `\\b(?:at )?(half|(?:a )?quarter|five|ten|twenty) (past|to) (${hour}) (?:(${day})[ ,]+)?(?:in the |this |at )?(morning|afternoon|evening|night)\\b`,
      'gi',
    ),
    ([, part = '', way = '', of = '', on = '', half = '']) => {
      const clock = clockOf(part, way, of);
      return clock && `${on ? `${on} ` : ''}at ${clock}${/morning/i.test(half) ? 'am' : 'pm'}`;
    },
  ],
  [
    new RegExp(`(?<!\\b(?:past|to) )\\b(?:at )?(${hour})[ ,]*([ap])\\.? m\\b\\.?`, 'gi'),
    ([, of = '', half = '']) => (hourOf(of) <= 12 ? `at ${hourOf(of)}${half}m` : undefined),
  ],
  [
    new RegExp(`(?<!\\b(?:past|to) )\\b(?:at )?(${hours.join('|')}) ?([ap])\\.?m\\b\\.?`, 'gi'),
    ([, of = '', half = '']) => `at ${hourOf(of)}${half}m`,
  ],
  [
    new RegExp(
      `\\b(?:at |by )?(${hours.join('|')})(?: o'?clock)? (?:in the|this|tomorrow) (morning|afternoon|evening)\\b`,
      'gi',
    ),
    ([whole = '', of = '', part = '']) =>
      `${/tomorrow/i.test(whole) ? 'tomorrow ' : ''}at ${hourOf(of)}${/morning/i.test(part) ? 'am' : 'pm'}`,
  ],
  [
    new RegExp(`\\bhalf (${hours.join('|')})(?= (?:${day}|in the (?:morning|afternoon|evening))\\b)`, 'gi'),
    ([, of = '']) => `at ${hourOf(of)}:30`,
  ],
  [/\b(?:at )?(?:twelve|12)(?: o'?clock)? (?:noon|midday)\b/gi, () => 'at noon'],
  [/\b(?:at )?(?:twelve|12)(?: o'?clock)? midnight\b/gi, () => 'at midnight'],
];
