import { describe, expect, it } from 'vitest';
import { titleOf } from './conversation-title.ts';

describe('titleOf', () => {
  it.each([
    ['Add  milk\nplease ', 'Add milk please'],
    ['add milk.', 'Add milk'],
    ['Wait...', 'Wait...'],
    ['What’s pending?', 'What’s pending?'],
    ['- milk\n- eggs', 'Milk - eggs'],
    ['## Plan for today', 'Plan for today'],
    ['3 things to do', '3 things to do'],
    ['straße fegen', 'Straße fegen'],
    ['دودھ خریدنا ہے', 'دودھ خریدنا ہے'],
    ['evil \u202etxt.exe', 'Evil txt.exe'],
    ['word '.repeat(30), `${'Word '.repeat(1)}${'word '.repeat(10).trim()}…`],
    ['x'.repeat(100), `X${'x'.repeat(58)}…`],
    ['🎉'.repeat(100), `${'🎉'.repeat(59)}…`],
    ['👩‍👩‍👧'.repeat(100), `${'👩‍👩‍👧'.repeat(59)}…`],
    [`${'a'.repeat(50)}, and so on and on and on`, `A${'a'.repeat(49)}, and so…`],
  ])('%j → %j', (message, title) => {
    expect(titleOf(message)).toBe(title);
  });
});
