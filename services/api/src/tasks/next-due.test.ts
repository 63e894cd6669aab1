import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, nextDue } from './next-due.ts';
import { recurrenceSchema } from './recurrence.ts';

const BERLIN = 'Europe/Berlin';
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const onDay = (recurrence: string, dueDate: string) => ({ recurrence, dueDate, dueAt: null, recursAt: null });
const atMoment = (recurrence: string, dueAt: string) => ({
  recurrence,
  dueDate: null,
  dueAt: new Date(dueAt),
  recursAt: null,
});

describe('the next day', () => {
  it.each([
    ['FREQ=DAILY', '2026-11-25', '2026-11-25', '2026-11-26'],
    ['FREQ=WEEKLY;BYDAY=MO', '2026-11-25', '2026-11-25', '2026-11-30'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-11-25', '2026-11-25', '2026-12-09'],
    ['FREQ=MONTHLY', '2026-01-31', '2026-01-31', '2026-03-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['FREQ=YEARLY', '2028-02-29', '2028-02-29', '2032-02-29'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-30', '2026-01-30', '2026-02-27'],
  ])('of %s after %s, completed on %s, is %s', (rule, due, completed, next) => {
    expect(nextDue(onDay(rule, due), noon(completed), 'UTC')?.dueDate).toBe(next);
  });

  it('is never one that has passed, and keeps the rhythm', () => {
    expect(nextDue(onDay('FREQ=DAILY', '2026-11-01'), noon('2026-11-25'), 'UTC')?.dueDate).toBe('2026-11-26');
    const fortnight = onDay('FREQ=WEEKLY;INTERVAL=2', '2026-11-02');
    expect(nextDue(fortnight, noon('2026-11-25'), 'UTC')?.dueDate).toBe('2026-11-30');
  });

  it('follows the due date when it is completed early', () => {
    expect(nextDue(onDay('FREQ=WEEKLY', '2026-12-01'), noon('2026-11-25'), 'UTC')?.dueDate).toBe(
      '2026-12-08',
    );
  });

  it("is the person's own: after midnight in Auckland another than in New York", () => {
    const daily = onDay('FREQ=DAILY', '2026-11-20');
    const now = new Date('2026-11-25T12:30:00Z');
    expect(nextDue(daily, now, 'Pacific/Auckland')?.dueDate).toBe('2026-11-27');
    expect(nextDue(daily, now, 'America/New_York')?.dueDate).toBe('2026-11-26');
  });

  it('is none after the last one', () => {
    expect(nextDue(onDay('FREQ=DAILY;UNTIL=20261125', '2026-11-25'), noon('2026-11-25'), 'UTC')).toBeNull();
    expect(
      nextDue(onDay('FREQ=DAILY;UNTIL=20261126', '2026-11-25'), noon('2026-11-25'), 'UTC')?.dueDate,
    ).toBe('2026-11-26');
    expect(nextDue(onDay('FREQ=DAILY;COUNT=1', '2026-11-25'), noon('2026-11-25'), 'UTC')).toBeNull();
    expect(nextDue(onDay('FREQ=DAILY', '9999-12-31'), noon('2026-11-25'), 'UTC')).toBeNull();
  });

  it('counts those that were missed', () => {
    const next = nextDue(onDay('FREQ=DAILY;COUNT=10', '2026-11-20'), noon('2026-11-25'), 'UTC');
    expect(next).toMatchObject({ dueDate: '2026-11-26', recurrence: 'FREQ=DAILY;COUNT=4' });
    expect(nextDue(onDay('FREQ=DAILY;COUNT=6', '2026-11-20'), noon('2026-11-25'), 'UTC')).toBeNull();
  });
});

describe('the next moment', () => {
  it('keeps its time on the clock when clocks change', () => {
    const before = atMoment('FREQ=DAILY', '2027-03-27T08:00:00Z');
    expect(nextDue(before, noon('2027-03-27'), BERLIN)?.dueAt?.toISOString()).toBe(
      '2027-03-28T07:00:00.000Z',
    );
    const autumn = atMoment('FREQ=DAILY', '2027-10-30T07:00:00Z');
    expect(nextDue(autumn, noon('2027-10-30'), BERLIN)?.dueAt?.toISOString()).toBe(
      '2027-10-31T08:00:00.000Z',
    );
  });

  it('that the clock skips is moved once, and not for ever', () => {
    const skipped = nextDue(atMoment('FREQ=DAILY', '2027-03-27T01:30:00Z'), noon('2027-03-27'), BERLIN);
    expect(skipped?.dueAt?.toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(skipped?.recursAt).toBe('02:30:00');
    const after = skipped && nextDue(skipped, noon('2027-03-28'), BERLIN);
    expect(after?.dueAt?.toISOString()).toBe('2027-03-29T00:30:00.000Z');
    expect(after?.recursAt).toBeNull();
  });

  it('is today when its time is still to come', () => {
    const daily = atMoment('FREQ=DAILY', '2026-11-20T18:00:00Z');
    expect(nextDue(daily, noon('2026-11-25'), 'UTC')?.dueAt?.toISOString()).toBe('2026-11-25T18:00:00.000Z');
  });

  it('ends with UNTIL to the second', () => {
    const until = (moment: string) => atMoment(`FREQ=DAILY;UNTIL=${moment}`, '2026-11-25T18:00:00Z');
    expect(nextDue(until('20261126T180000Z'), noon('2026-11-25'), 'UTC')).not.toBeNull();
    expect(nextDue(until('20261126T175959Z'), noon('2026-11-25'), 'UTC')).toBeNull();
    expect(nextDue(until('20261126'), noon('2026-11-25'), 'UTC')).not.toBeNull();
  });
});

it('whatever the rule, the next is later than both, and on the same clock', () => {
  const rules = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,FR',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=7',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=-1SU',
    'FREQ=YEARLY;UNTIL=20400101',
  );
  const zones = fc.constantFrom('UTC', BERLIN, 'Asia/Karachi', 'Pacific/Auckland', 'America/St_Johns');
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(rules, zones, moments, moments, (rule, zone, dueAt, now) => {
      const next = nextDue(atMoment(rule, dueAt.toISOString()), now, zone);
      if (!next) return;
      expect(next.dueAt?.getTime()).toBeGreaterThan(Math.max(dueAt.getTime(), now.getTime()));
      const clock = (moment: Date) => moment.toLocaleTimeString('en-GB', { timeZone: zone });
      if (!next.recursAt) expect(clock(next.dueAt ?? now)).toBe(clock(dueAt));
      expect(recurrenceSchema.safeParse(next.recurrence).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('begins on the first fitting day from today on', () => {
  const wednesday = new Date('2026-11-25T12:30:00Z');
  expect(firstDay('FREQ=DAILY', wednesday, 'UTC')).toBe('2026-11-25');
  expect(firstDay('FREQ=DAILY', wednesday, 'Pacific/Auckland')).toBe('2026-11-26');
  expect(firstDay('FREQ=WEEKLY;BYDAY=MO', wednesday, 'UTC')).toBe('2026-11-30');
  expect(firstDay('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', wednesday, 'UTC')).toBe('2026-11-30');
  expect(firstDay('FREQ=DAILY;UNTIL=20261124', wednesday, 'UTC')).toBeUndefined();
  expect(firstDay('FREQ=DAILY;UNTIL=20261125T235900Z', wednesday, 'UTC')).toBe('2026-11-25');
  expect(firstDay('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', wednesday, 'UTC')).toBeUndefined();
});

describe('a rule', () => {
  it('is kept in capitals and without what surrounds it', () => {
    expect(recurrenceSchema.parse(' rrule:freq=weekly;byday=mo; ')).toBe('FREQ=WEEKLY;BYDAY=MO');
  });

  it.each([
    ['', 'must be made of FREQ'],
    ['weekly', 'must be made of FREQ'],
    ['INTERVAL=2', 'must say FREQ'],
    ['FREQ=HOURLY', 'FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY'],
    ['FREQ=SECONDLY', 'FREQ must be DAILY'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL must be a whole number from 1 to 999'],
    ['FREQ=DAILY;INTERVAL=1000', 'INTERVAL must be'],
    ['FREQ=DAILY;COUNT=1001', 'COUNT must be a whole number from 1 to 1000'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20300101', 'must end by COUNT or by UNTIL'],
    ['FREQ=DAILY;UNTIL=20300230', 'UNTIL must be a day'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'must name each part once'],
    ['FREQ=WEEKLY;BYDAY=MON', 'BYDAY must list weekdays'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'is no rule of RFC 5545'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'is no rule of RFC 5545'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY must list whole numbers from 1 to 31'],
    ['FREQ=DAILY;BYHOUR=3', 'must be made of FREQ'],
    ['DTSTART=20300101;FREQ=DAILY', 'must be made of FREQ'],
    [`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(200)}1`, 'must have at most 200 characters'],
  ])('%s is refused', (rule, message) => {
    const parsed = recurrenceSchema.safeParse(rule);
    expect(parsed.error?.issues[0]?.message).toContain(message);
  });
});
