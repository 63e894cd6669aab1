/** @module Whether the database answers: those who ask it anyway tell, and only where nobody did just now it is asked. */
import type pg from 'pg';

/** Under load a question of its own would wait behind all others, and a busy process be taken for one that is cut off. */
const JUST_NOW_MILLISECONDS = 1_000;
const PATIENCE_MILLISECONDS = 2_000;

/** The check for the server behind a pool. */
export function databaseCheck(pool: Pick<pg.Pool, 'on' | 'query'>): () => Promise<boolean> {
  let answeredAt = Number.NEGATIVE_INFINITY;
  pool.on('release', (error) => {
    if (!error) answeredAt = performance.now();
  });
  return async () => {
    if (performance.now() - answeredAt < JUST_NOW_MILLISECONDS) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const late = setTimeout(resolve, PATIENCE_MILLISECONDS, false);
    pool.query('select 1').then(
      () => resolve(true),
      () => resolve(false),
    );
    return promise.finally(() => clearTimeout(late));
  };
}
