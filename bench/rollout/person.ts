/** @module Somebody who has signed up through the web service, with a token that is renewed in time. */
import { type Account, authorizationOf, newAccount } from '../src/people/account.ts';

/** Tokens live for 15 minutes. */
const TOKEN_MILLISECONDS = 5 * 60_000;

export interface Person extends Account {
  /** Value of the `Authorization` header. */
  authorization(): Promise<string>;
}

/** Signs somebody new up. */
export async function signUp(url: string): Promise<Person> {
  const account = await newAccount(url, 'Rollout');
  let current = authorizationOf(url, account);
  let asked = Date.now();
  await current;
  return {
    ...account,
    authorization() {
      if (Date.now() - asked > TOKEN_MILLISECONDS) {
        asked = Date.now();
        const last = current;
        // The one before is good for a while yet: whoever needs the new one fails, and asks again.
        current = authorizationOf(url, account).catch((error: unknown) => {
          asked = 0;
          current = last;
          throw error;
        });
      }
      return current;
    },
  };
}
