import { describe, expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { english } from '../languages/en/english.ts';
import { understand } from './understand.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

/** English, counting what is asked of its parsers: the letters that are looked at for dates. */
function counting(): { language: Language; looked: () => number } {
  let letters = 0;
  const dates: Language['dates'] = (text, reference) => {
    letters += text.length;
    return english.dates(text, reference);
  };
  return { language: { ...english, dates }, looked: () => letters };
}

const work = (message: string) => {
  const { language, looked } = counting();
  understand(message, language, now);
  return looked();
};

describe('the work that a message makes', () => {
  const units = [
    '1, ',
    'a, ',
    'item 5, ',
    'and ',
    'tomorrow ',
    '#a ',
    '12 ',
    '. ',
    '- ',
    '(',
    'no wait ',
    'buy milk\n',
    '1. ',
    'at 5 ',
    'so i ',
  ];
  const leads = ['', 'add ', 'zz '];
  it.each(units.flatMap((unit) => leads.map((lead) => [lead + unit, lead, unit])))(
    'grows no more from 2,000 letters of “%s” on',
    (_name, lead = '', unit = '') => {
      const of = (length: number) => work((lead + unit.repeat(length)).slice(0, length));
      expect(of(4000)).toBeLessThanOrEqual(of(2000) * 1.1 + 2000);
      expect(of(4000)).toBeLessThan(400_000);
    },
  );
});

it('reads a long list to its end', () => {
  const items = Array.from({ length: 120 }, (_, index) => `thing ${index + 1}`);
  for (const list of [items.join(', '), items.join('\n')]) {
    const [request, more] = understand(`add these: ${list}`, english, now);
    expect(more).toBeUndefined();
    expect(request).toMatchObject({ kind: 'add' });
    if (request?.kind !== 'add') throw new Error('no tasks');
    expect(request.drafts.map(({ title }) => title)).toEqual(items.map((item) => item.replace('t', 'T')));
  }
});

it('reads a hundred items with their dates', () => {
  const items = Array.from({ length: 100 }, (_, index) => `call person p${index} on friday`);
  const [request] = understand(`add these: ${items.join(', ')}`, english, now);
  if (request?.kind !== 'add') throw new Error('no tasks');
  expect(request.drafts.filter(({ due_date }) => due_date === '2026-11-27')).toHaveLength(100);
});

it('keeps with the last task what is too much for tasks of its own', () => {
  const items = Array.from({ length: 230 }, (_, index) => `thing ${index + 1}`);
  const [request] = understand(`add these: ${items.join(', ')}`, english, now);
  if (request?.kind !== 'add') throw new Error('no tasks');
  expect(request.drafts).toHaveLength(200);
  expect(request.drafts.at(-1)).toMatchObject({
    title: 'Thing 200',
    description: items.slice(200).join('\n'),
  });
});

it('keeps what was not read', () => {
  const story = 'and then we went on to the next hill '.repeat(40);
  const [request] = understand(`add write a letter ${story}`, english, now);
  expect(request).toMatchObject({
    kind: 'add',
    drafts: [{ description: expect.stringContaining('next hill') }],
  });
});

it('understands a command before a pasted page', () => {
  expect(
    understand(`delete task 3. ${'Lorem ipsum dolor sit amet. '.repeat(60)}`, english, now)[0],
  ).toMatchObject({ kind: 'delete' });
});
