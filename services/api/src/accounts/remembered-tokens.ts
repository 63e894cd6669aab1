/** @module Signed tokens that were checked a moment ago: who calls often pays for the signature once. */
import type { TokenService, VerifiedToken } from './tokens.ts';

/** By far more than are in use at once; the oldest make room. */
const REMEMBERED_TOKENS = 10_000;

/**
 * Remembers what was found in each valid token, never beyond its end. Only for tokens that say the
 * same until then: whether the session of a signed one has ended is asked each time (access-tokens/).
 */
export function rememberTokens(tokens: TokenService, now: () => number = Date.now): TokenService {
  const remembered = new Map<string, VerifiedToken>();
  return {
    issue: tokens.issue,
    async verify(token) {
      const known = remembered.get(token);
      if (known && known.expiresAt * 1000 > now()) return known;
      remembered.delete(token);
      const verified = await tokens.verify(token);
      if (remembered.size >= REMEMBERED_TOKENS) remembered.delete(remembered.keys().next().value ?? token);
      remembered.set(token, verified);
      return verified;
    },
  };
}
