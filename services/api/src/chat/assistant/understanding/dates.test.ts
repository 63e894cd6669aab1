import { describe, expect, it } from 'vitest';
import { english } from '../languages/en/english.ts';
import { takeDate, wholeDate } from './dates.ts';
import { dayOf, instantOf, wallClock } from './zone.ts';

const now = (instant: string, timeZone: string) => ({ instant: new Date(instant), timeZone });

describe('takeDate', () => {
  it('means the day of the person, not of the server', () => {
    // 02:00 UTC on the 26th is still the evening of the 25th in New York.
    const newYork = now('2026-11-26T02:00:00Z', 'America/New_York');
    expect(takeDate('call Bob tomorrow', english, newYork)).toEqual({
      rest: 'call Bob',
      due: { due_date: '2026-11-26' },
      lead: 'tomorrow',
    });
    const tokyo = now('2026-11-25T16:00:00Z', 'Asia/Tokyo');
    expect(takeDate('call Bob tomorrow', english, tokyo).due).toEqual({ due_date: '2026-11-27' });
  });

  it('keeps the clock across a change to summer time', () => {
    const berlin = now('2027-03-27T12:00:00Z', 'Europe/Berlin');
    expect(takeDate('call Bob today at 6pm', english, berlin).due).toEqual({
      due_at: '2027-03-27T17:00:00.000Z',
    });
    expect(takeDate('call Bob tomorrow at 6pm', english, berlin).due).toEqual({
      due_at: '2027-03-28T16:00:00.000Z',
    });
  });

  it('puts a day and a time together that stand apart', () => {
    const karachi = now('2026-11-25T07:00:00Z', 'Asia/Karachi');
    expect(takeDate('tomorrow call Bob at 5pm', english, karachi)).toMatchObject({
      rest: 'call Bob',
      due: { due_at: '2026-11-26T12:00:00.000Z' },
    });
  });

  it('leaves words that only look like dates', () => {
    const karachi = now('2026-11-25T07:00:00Z', 'Asia/Karachi');
    for (const text of ['plan Friday party', 'buy the second book', 'march to the office', 'see May']) {
      expect(takeDate(text, english, karachi)).toEqual({ rest: text, lead: '' });
    }
  });
});

describe('wholeDate', () => {
  it('reads a text only when all of it is a date', () => {
    const karachi = now('2026-11-25T07:00:00Z', 'Asia/Karachi');
    expect(wholeDate('next monday', english, karachi)).toEqual({ due_date: '2026-11-30' });
    expect(wholeDate('by friday', english, karachi)).toEqual({ due_date: '2026-11-27' });
    expect(wholeDate('call mom tonight', english, karachi)).toBeUndefined();
  });
});

describe('zones', () => {
  it('go from the instant to the wall clock and back', () => {
    for (const zone of ['Asia/Karachi', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']) {
      const instant = new Date('2026-07-04T09:30:00Z');
      expect(instantOf(wallClock(instant, zone), zone)).toEqual(instant);
    }
  });

  it('count days', () => {
    expect(dayOf(new Date('2026-12-31T23:59:00Z'), 1)).toBe('2027-01-01');
  });
});
