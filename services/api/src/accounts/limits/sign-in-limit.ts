/** @module How often somebody may try to sign in. */
import type { LimitHeaders, RateLimits } from './limits.ts';
import { SIGN_IN, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS } from './rules.ts';

interface Attempt {
  headers: LimitHeaders;
  /** The password was right: the wrong ones before it are forgiven. */
  succeeded(): Promise<void>;
}

/** Counts an attempt before the password is looked at, so that many at once are counted too; throws a 429 Problem. */
export async function limitSignIn(limits: RateLimits, email: string, address: string): Promise<Attempt> {
  const account = email.toLowerCase();
  const here = `${account} ${address}`;
  const headers = await limits.take(SIGN_IN, here);
  await limits.take(SIGN_IN_ACCOUNT, account);
  await limits.take(SIGN_IN_ADDRESS, address);
  return {
    headers,
    async succeeded() {
      await limits.forgive(SIGN_IN, here);
      await limits.forgive(SIGN_IN_ACCOUNT, account);
    },
  };
}
