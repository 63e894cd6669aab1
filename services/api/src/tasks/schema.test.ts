import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../http/validation.ts';
import { newTaskSchema, taskChangesSchema, taskFilterSchema } from './schema.ts';

const errorsOf = (input: unknown) => {
  const parsed = newTaskSchema.safeParse(input);
  return parsed.success ? [] : fieldErrors(parsed.error.issues);
};
const wellFormed = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));

describe('titles', () => {
  it('of 1 to 200 characters after trimming are kept, all others are refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          wellFormed,
          wellFormed.map((text) => text.repeat(40)),
        ),
        (title) => {
          const length = [...title.trim()].length;
          const parsed = newTaskSchema.safeParse({ title });
          expect(parsed.success).toBe(length >= 1 && length <= 200);
          if (parsed.success) expect(parsed.data.title).toBe(title.trim());
        },
      ),
    );
  });

  it('count an emoji as what it is made of, not as UTF-16', () => {
    expect(errorsOf({ title: '😀'.repeat(200) })).toEqual([]);
    expect(errorsOf({ title: '😀'.repeat(201) })[0]?.message).toContain(
      'at most 200 characters (it has 201)',
    );
  });
});

describe('days and moments', () => {
  it('takes every real day and no other', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(14), fc.nat(33), (year, month, day) => {
        const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const real = year >= 1 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(newTaskSchema.safeParse({ title: 'x', due_date: text }).success).toBe(real);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the moment whatever offset it is written in', () => {
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2999-01-01'), noInvalidDate: true }),
        minutes,
        (date, offset) => {
          const sign = offset < 0 ? '-' : '+';
          const [hours, rest] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
          const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
          const text = `${local}${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
          expect(newTaskSchema.parse({ title: 'x', due_at: text }).due_at).toBe(date.toISOString());
        },
      ),
    );
  });
});

describe('each wrong field has its precise error', () => {
  it.each([
    [{}, 'title', 'is required'],
    [{ title: 5 }, 'title', 'must be a string'],
    [{ title: null }, 'title', 'must be a string'],
    [{ title: ' \n' }, 'title', 'must not be empty'],
    [{ title: 'a\0b' }, 'title', 'must not contain the NUL character'],
    [{ title: 'a\ud800b' }, 'title', 'must be well-formed Unicode (it holds a lone surrogate)'],
    [
      { title: 'x', description: 'y'.repeat(2001) },
      'description',
      'must have at most 2000 characters (it has 2001)',
    ],
    [{ title: 'x', priority: 'urgent' }, 'priority', 'must be low, medium or high'],
    [{ title: 'x', due_date: '2030-02-30' }, 'due_date', 'must be a calendar day written YYYY-MM-DD'],
    [{ title: 'x', due_date: '0000-01-01' }, 'due_date', 'must be a day from year 1 on'],
    [
      { title: 'x', due_at: 'tomorrow' },
      'due_at',
      'must be a moment written as RFC 3339, e.g. 2030-01-31T18:00:00Z',
    ],
    [
      { title: 'x', due_at: '2030-01-01T10:00:00' },
      'due_at',
      'must be a moment written as RFC 3339, e.g. 2030-01-31T18:00:00Z',
    ],
    [{ title: 'x', due_at: '9999-12-31T23:59:59-12:00' }, 'due_at', 'must lie in the years 100 to 9999'],
    [{ title: 'x', due_at: '0016-09-16T19:01:35Z' }, 'due_at', 'must lie in the years 100 to 9999'],
    [
      { title: 'x', due_date: '2030-01-01', due_at: '2030-01-01T10:00:00Z' },
      'due_at',
      'give due_date or due_at, not both',
    ],
    [{ title: 'x', tags: 'home' }, 'tags', 'must be an array'],
    [{ title: 'x', tags: ['a', ' '] }, 'tags.1', 'must not be empty'],
    [{ title: 'x', tags: ['y'.repeat(51)] }, 'tags.0', 'must have at most 50 characters (it has 51)'],
    [
      { title: 'x', tags: Array.from({ length: 21 }, (_, n) => `t${n}`) },
      'tags',
      'must hold at most 20 tags',
    ],
    [[], '', 'must be an object'],
    ['x', '', 'must be an object'],
  ])('%j', (input, path, message) => {
    expect(errorsOf(input)).toContainEqual({ path, message });
  });

  it('names every wrong field at once', () => {
    expect(errorsOf({ title: '', priority: 1 }).map(({ path }) => path)).toEqual(['title', 'priority']);
  });
});

it('a change must change something', () => {
  const parsed = taskChangesSchema.safeParse({ titel: 'x' });
  expect(parsed.error?.issues[0]?.message).toBe('give at least one field to change');
});

it('a blank filter is no filter', () => {
  const blank = { status: '', q: '', priority: '', tag: '', sort: '', cursor: '', limit: '' };
  expect(Object.values(taskFilterSchema.parse(blank)).filter((value) => value !== undefined)).toEqual([]);
});
