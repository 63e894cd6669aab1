import { expect, test } from 'vitest';
import { missingIn, pages } from '../src/pages.ts';

test('there are pages', () => {
  expect(pages()).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md', 'stack/README.md']));
});

test.each(pages())('what %s names is there', (page) => {
  expect(missingIn(page)).toEqual([]);
});
