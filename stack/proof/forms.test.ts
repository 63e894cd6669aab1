import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findReadable, secretParts } from './forms.ts';

const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
const secret = fc.stringMatching(/^[A-Za-z0-9+/"%@-]{12,30}$/);

test('a secret is found in any form, wherever it stands', () => {
  fc.assert(
    fc.property(text, secret, text, (before, key, after) => {
      const found = (kept: string) => findReadable({ name: 'a file', text: kept }, { key });
      expect(found(`${before}${key}${after}`)).toEqual(['key']);
      expect(found(Buffer.from(`${before}${key}${after}`).toString('base64'))).toEqual(['key']);
      expect(found(JSON.stringify({ before, key, after }))).toEqual(['key']);
      expect(found(`postgresql://todo:${encodeURIComponent(key)}@host/db`)).toEqual(['key']);
    }),
  );
});

test('what is not there is not found', () => {
  const kept = { name: 'a file', text: 'nothing to see' };
  expect(findReadable(kept, { key: 'a-secret-key-of-some-length' })).toEqual([]);
});

test('the password of an address counts by itself', () => {
  expect(secretParts({ databaseUrl: 'postgresql://todo:p%40ss@host/db', jwtSecret: 'abc' })).toEqual({
    databaseUrl: 'postgresql://todo:p%40ss@host/db',
    jwtSecret: 'abc',
    'the password in databaseUrl': 'p@ss',
  });
});
