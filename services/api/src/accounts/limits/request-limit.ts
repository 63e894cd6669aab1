/** @module How many requests of one person a process answers: counted in its own memory, at no cost to a request. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Rule, tooMany } from './limits.ts';

/** Throws a 429 Problem when the person asked too often. */
export type CountRequest = (userId: string) => Promise<void>;

/** The count of this process; a rule of no points limits nobody. */
export function createRequestLimit(rule: Rule): CountRequest {
  if (rule.points === 0) return async () => {};
  const limiter = new RateLimiterMemory({ points: rule.points, duration: rule.seconds });
  return async (userId) => {
    try {
      await limiter.consume(userId);
    } catch (error) {
      throw error instanceof RateLimiterRes ? tooMany(rule, error) : error;
    }
  };
}
