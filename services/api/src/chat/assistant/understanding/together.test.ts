import { expect, it } from 'vitest';
import type { Request } from '../requests.ts';
import { together } from './together.ts';

const add = (title: string, unasked = false): Request => ({
  kind: 'add',
  drafts: [{ title }],
  ...(unasked ? { unasked } : {}),
});
const it_ = { by: 'mention', many: false } as const;

it('adds together what is added one after the other', () => {
  expect(together([add('Milk'), add('Bread')])).toEqual([
    { kind: 'add', drafts: [{ title: 'Milk' }, { title: 'Bread' }] },
  ]);
});

it('does not add what is only said again', () => {
  expect(together([add('Milk'), add('Buy milk', true)])).toEqual([add('Milk')]);
  expect(together([add('Milk'), add('Milk')])).toMatchObject([{ drafts: [{}, {}] }]);
});

it('changes what was just added before it is added', () => {
  expect(together([add('Milk'), { kind: 'update', reference: it_, changes: { priority: 'high' } }])).toEqual([
    { kind: 'add', drafts: [{ title: 'Milk', priority: 'high' }] },
  ]);
});
