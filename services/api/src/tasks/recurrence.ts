/** @module Which rules a task may recur by: RFC 5545 RRULE values, no more often than daily. */
import { z } from '@hono/zod-openapi';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

const RULE_LENGTH = 200;
export const LARGEST_COUNT = 1000;
const LARGEST_INTERVAL = 999;

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const WEEKDAY = 'MO|TU|WE|TH|FR|SA|SU';
const listOf = (item: string) => new RegExp(`^(?:${item})(?:,(?:${item}))*$`);

/** What each part of a rule may hold, and how that is said. */
const PARTS: Record<string, { is: (value: string) => boolean; must: string }> = {
  FREQ: { is: (value) => FREQUENCIES.includes(value), must: 'must be DAILY, WEEKLY, MONTHLY or YEARLY' },
  INTERVAL: numberUpTo(LARGEST_INTERVAL),
  COUNT: numberUpTo(LARGEST_COUNT),
  UNTIL: { is: isUntil, must: 'must be a day such as 20301231 or a moment such as 20301231T180000Z' },
  BYDAY: {
    is: (value) => listOf(`(?:[+-]?[1-9]\\d?)?(?:${WEEKDAY})`).test(value),
    must: 'must list weekdays such as MO,WE or 1FR',
  },
  BYMONTH: numbersUpTo(12, { negative: false }),
  BYMONTHDAY: numbersUpTo(31),
  BYYEARDAY: numbersUpTo(366),
  BYWEEKNO: numbersUpTo(53),
  BYSETPOS: numbersUpTo(366),
  WKST: { is: (value) => listOf(WEEKDAY).test(value) && value.length === 2, must: 'must be a weekday' },
};

function numberUpTo(most: number) {
  return {
    is: (value: string) => /^[1-9]\d{0,3}$/.test(value) && Number(value) <= most,
    must: `must be a whole number from 1 to ${most}`,
  };
}

function numbersUpTo(most: number, { negative = true } = {}) {
  const items = listOf(`${negative ? '[+-]?' : ''}[1-9]\\d{0,2}`);
  return {
    is: (value: string) =>
      items.test(value) && value.split(',').every((item) => Math.abs(Number(item)) <= most),
    must: `must list whole numbers from 1 to ${most}${negative ? ', or counted back from -1' : ''}`,
  };
}

function isUntil(value: string): boolean {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(value);
  if (!found) return false;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const date = new Date(`${text}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year !== '0000';
}

/** The parts of a rule, by their names. */
export function partsOf(rule: string): Map<string, string> {
  return new Map(rule.split(';').map((part) => [part.replace(/=.*$/, ''), part.replace(/^[^=]*=?/, '')]));
}

/** The rule with one part set anew. */
export function withPart(rule: string, name: string, value: string): string {
  return [...partsOf(rule).set(name, value)].map(([key, text]) => `${key}=${text}`).join(';');
}

/** What is wrong with a rule, in words; undefined when nothing is. */
function mistakeIn(rule: string): string | undefined {
  if (rule.length > RULE_LENGTH) return `must have at most ${RULE_LENGTH} characters`;
  const parts = partsOf(rule);
  if (parts.size < rule.split(';').length) return 'must name each part once';
  for (const [name, value] of parts) {
    const part = PARTS[name];
    if (!part) return `must be made of ${Object.keys(PARTS).join(', ')}, e.g. FREQ=WEEKLY;BYDAY=MO`;
    if (!part.is(value)) return `${name} ${part.must}`;
  }
  if (!parts.has('FREQ')) return 'must say FREQ, e.g. FREQ=WEEKLY;BYDAY=MO';
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'must end by COUNT or by UNTIL, not by both';
  try {
    daysOf(rule, '2030-01-01');
    return undefined;
  } catch (error) {
    return `is no rule of RFC 5545: ${(error as Error).message}`;
  }
}

/** Days alone: when it ends, and at which time of day, is seen to elsewhere. Throws for what RFC 5545 forbids. */
export function daysOf(rule: string, start: string): RRuleTemporal {
  const endless = rule
    .split(';')
    .filter((part) => !/^(?:COUNT|UNTIL)=/.test(part))
    .join(';');
  return new RRuleTemporal({
    rruleString: endless,
    dtstart: Temporal.PlainDate.from(start).toZonedDateTime('UTC'),
    strict: true,
    // Eight years of days: as long as 29 February may keep one waiting.
    maxIterations: 3000,
    cache: false,
  });
}

export const recurrenceSchema = z
  .string()
  .overwrite((rule) =>
    rule
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .replace(/;$/, ''),
  )
  .superRefine((rule, context) => {
    const message = mistakeIn(rule);
    if (message) context.addIssue({ code: 'custom', message });
  })
  .openapi({
    maxLength: RULE_LENGTH,
    description:
      'How it recurs: an RRULE value of RFC 5545 without DTSTART, daily at the most. Completing the task makes the next one. Without a due date it is first due on the first such day from today on',
    example: 'FREQ=WEEKLY;BYDAY=MO',
  });
