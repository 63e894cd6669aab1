import { describe, expect, it } from 'vitest';
import { titleOf } from './conversation-store.ts';

describe('titleOf', () => {
  it.each([
    ['Add  milk\nplease ', 'Add milk please'],
    ['word '.repeat(30), `${'word '.repeat(11).trim()}…`],
    ['x'.repeat(100), `${'x'.repeat(59)}…`],
    ['🎉'.repeat(100), `${'🎉'.repeat(59)}…`],
  ])('%j → %j', (message, title) => {
    expect(titleOf(message)).toBe(title);
  });
});
