/** The types that web's client goes by are those of the kept document. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { TYPES, types } from '../src/types.ts';

it('are generated from docs/openapi.json', async () => {
  const kept = await readFile(TYPES, 'utf8');
  expect(
    kept === (await types()),
    'services/web/src/api-client/schema.d.ts is stale: run `npm run openapi` and commit it',
  ).toBe(true);
});

it('know every operation and none of its errors', async () => {
  const text = await types();
  for (const name of ['listTasks', 'sendMessage', 'signUp']) expect(text).toContain(`operations["${name}"]`);
  expect(text).not.toContain('problem+json');
});
