import { expect, test } from 'vitest';
import { isAccepted, refusedLicences } from './licences.ts';

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(AFL-2.1 OR BSD-3-Clause)', true],
  ['(GPL-3.0-only OR SSPL-1.0)', false],
  ['MIT AND Apache-2.0', true],
  ['MIT AND GPL-3.0-only', false],
])('%s: %s', (expression, answer) => {
  expect(isAccepted(expression)).toBe(answer);
});

test('each refused package is named with its licence, and one without any is refused', () => {
  expect(
    refusedLicences([
      { name: 'good', version: '1.0.0', licenses: [{ license: { id: 'ISC' } }] },
      { name: 'copyleft', version: '2.0.0', licenses: [{ license: { id: 'AGPL-3.0-only' } }] },
      { name: 'named', version: '3.0.0', licenses: [{ license: { name: 'see LICENSE.txt' } }] },
      { name: 'silent', version: '4.0.0' },
    ]),
  ).toEqual(['copyleft@2.0.0: AGPL-3.0-only', 'named@3.0.0: see LICENSE.txt', 'silent@4.0.0: no licence']);
});
