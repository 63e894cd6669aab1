/** Who does not know the password learns nothing about who has an account: neither from the answer nor from its cost. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { hashing } from '../../src/accounts/passwords/hashing.ts';
import { createStage, type Person, type Stage } from '../stage.ts';

const hash = vi.spyOn(hashing, 'hash');
const verify = vi.spyOn(hashing, 'verify');
let stage: Stage;
let ada: Person;
let withoutPassword: Person;
beforeAll(async () => {
  stage = await createStage();
  [ada, withoutPassword] = [await stage.signUp(), await stage.person()];
});
beforeEach(() => {
  hash.mockClear();
  verify.mockClear();
});
afterAll(() => stage.close());

/** The answer, and what was done for it. */
async function attempt(email: string) {
  const select = vi.spyOn(stage.database.orm, 'select');
  const { status, body, headers } = await stage.request('/api/auth/sign-in/email', {
    method: 'POST',
    body: { email, password: 'wrong words' },
  });
  const work = {
    hashes: hash.mock.calls.length + verify.mock.calls.length,
    queries: select.mock.calls.length,
  };
  select.mockRestore();
  const names = [...headers.keys()].filter((name) => name !== 'x-request-id');
  return { status, body, names, work };
}

it.each([
  ['an address that nobody has', () => 'nobody@example.org'],
  ['an account that has no password', () => withoutPassword.email],
])('is the same for %s as for a wrong password', async (_, email) => {
  const known = await attempt(ada.email);
  expect(known).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } });
  expect(known.work).toEqual({ hashes: 1, queries: expect.any(Number) });
  hash.mockClear();
  verify.mockClear();
  expect(await attempt(email())).toEqual(known);
});

it('is a comparison also where there is no password to compare with', async () => {
  const remove = (person: Person) =>
    person.request('/api/{me}/deletion', { method: 'POST', body: { password: 'wrong words' } });
  const [known, unknown] = [await remove(ada), await remove(withoutPassword)];
  expect(unknown).toMatchObject({ status: 403, body: known.body });
  expect(verify).toHaveBeenCalledTimes(2);
  const results = await Promise.all(verify.mock.results.map(({ value }) => value));
  expect(results).toEqual([false, false]);
});
