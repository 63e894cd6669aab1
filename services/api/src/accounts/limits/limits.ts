/** @module How often something may be tried, counted by all replicas together in Postgres. */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../../database/database.ts';
import { Problem } from '../../http/problem.ts';

/** `points` attempts within `seconds`, for each key. */
export interface Rule {
  name: string;
  points: number;
  seconds: number;
}

/** What an answer says of a limit: the header fields of the IETF's draft on them. */
export type LimitHeaders = Record<string, string>;

export interface RateLimits {
  /** Counts one attempt; throws a 429 Problem when there were too many. */
  take(rule: Rule, key: string): Promise<LimitHeaders>;
  /** Forgets the attempts: what was tried has been done rightly. */
  forgive(rule: Rule, key: string): Promise<void>;
}

/** Limits that hold whichever replica is asked. */
export function createRateLimits(database: Database): RateLimits {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = ({ name, points, seconds }: Rule): RateLimiterPostgres => {
    const known = limiters.get(name);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: database.pool,
      // Else it goes by the name of the pool's class, of which a bundle keeps nothing.
      storeType: 'pool',
      tableName: 'limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
    limiters.set(name, made);
    return made;
  };

  return {
    async take(rule, key) {
      try {
        return limitHeaders(rule, await limiterOf(rule).consume(digest(key)));
      } catch (error) {
        throw error instanceof RateLimiterRes ? tooMany(rule, error) : error;
      }
    },
    async forgive(rule, key) {
      await limiterOf(rule).delete(digest(key));
    },
  };
}

/** Addresses of people are not kept in a table of attempts. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** What is left of a limit, in whole seconds as the fields want it. */
function limitHeaders(rule: Rule, { remainingPoints, msBeforeNext }: RateLimiterRes): LimitHeaders {
  return {
    'ratelimit-policy': `"${rule.name}";q=${rule.points};w=${rule.seconds}`,
    ratelimit: `"${rule.name}";r=${remainingPoints};t=${Math.max(1, Math.ceil(msBeforeNext / 1000))}`,
  };
}

/** 429 with the time after which it may be tried again. */
export function tooMany(rule: Rule, standing: RateLimiterRes): Problem {
  const seconds = Math.max(1, Math.ceil(standing.msBeforeNext / 1000));
  return new Problem(429, {
    kind: 'too-many-requests',
    detail: `That was too often. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    headers: { 'retry-after': String(seconds), ...limitHeaders(rule, standing) },
  });
}
