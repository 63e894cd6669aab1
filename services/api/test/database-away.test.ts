/** A database that goes away, one that goes silent, and one that comes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/database/database.ts';
import { isDatabaseAway } from '../src/database/errors.ts';
import { connectDirectlyTo, copyDatabase } from './databases.ts';
import { type Operation, operationsOf } from './isolation/operations.ts';
import { type Road, roadTo } from './servers/road.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let road: Road;
beforeAll(async () => {
  road = await roadTo(await copyDatabase());
  stage = await createStage({ DATABASE_URL: road.url });
});
afterAll(async () => {
  // First: what still waits on the road is told, and nobody waits for it.
  await road.close();
  await stage.close();
});

describe('a database that is away', () => {
  it('is a 503 with Retry-After on every operation, and nothing is lost when it is back', async () => {
    const ada = await stage.signUp();
    await ada.add('Before');
    const operations = await operationsOf(stage);
    await road.close();

    const counts = { away: 0, refused: 0, answered: 0 };
    const call = async ({ method, path, bodies }: Operation, headers: Record<string, string>) => {
      const address = path.replace('{user_id}', ada.id).replaceAll(/\{\w+\}/g, '1');
      for (const body of bodies.length > 0 ? bodies : [undefined]) {
        const type = body ? { 'content-type': body.type } : {};
        const answer = await stage.request(address, {
          method,
          headers: { ...headers, ...type },
          ...(body ? { body: body.text } : {}),
        });
        const name = `${method} ${path} ${body?.text}`;
        if (answer.status === 503) {
          counts.away += 1;
          if (path === '/health/ready') continue;
          expect([name, answer.headers.get('retry-after'), answer.body.type]).toEqual([
            name,
            '1',
            'urn:todo-chatbot:problem:database-away',
          ]);
        } else {
          // What is wrong with the request itself is said without asking the database.
          expect([name, answer.status < 500]).toEqual([name, true]);
          counts[answer.status >= 400 ? 'refused' : 'answered'] += 1;
        }
      }
    };
    for (const operation of operations) {
      await call(operation, { authorization: `Bearer ${ada.token}` });
      await call(operation, { cookie: ada.cookie, origin: stage.config.publicUrl.origin });
    }
    expect(counts.away).toBeGreaterThan(40);

    await expect
      .poll(() => stage.request('/health/ready'), { timeout: 10_000 })
      .toMatchObject({ status: 503, body: { status: 'unavailable', checks: { database: 'unreachable' } } });
    expect((await stage.request('/health')).status).toBe(200);

    await road.open();
    await expect
      .poll(async () => (await stage.request('/health/ready')).status, { timeout: 10_000 })
      .toBe(200);
    expect((await ada.request('/api/{me}/tasks')).body).toHaveLength(1);
  });
});

describe('a database that says nothing any more', () => {
  it('counts as lost after a while, and is found again without a restart', async () => {
    const database = openDatabase(road.url, { poolSize: 2, answerMilliseconds: 300 });
    const ask = () => database.pool.query('select 1');
    await Promise.all([ask(), ask()]);
    road.freeze();
    const lost = await Promise.allSettled([ask(), ask()]);
    for (const result of lost) {
      expect(result.status === 'rejected' && isDatabaseAway(result.reason)).toBe(true);
    }
    road.thaw();
    await expect.poll(ask, { timeout: 20_000 }).toMatchObject({ rowCount: 1 });
    await database.close();
  });
});

describe('a statement that takes too long', () => {
  it('waits for a lock no longer than is of use, and is a 503', async () => {
    const ada = await stage.person();
    await ada.add('Held');
    const sql = connectDirectlyTo(road.url);
    const database = openDatabase(road.url, { poolSize: 1, answerMilliseconds: 500 });
    await sql.begin(async (tx) => {
      await tx`lock table tasks in access exclusive mode`;
      const waiting = database.pool.query('select count(*) from tasks');
      await expect(waiting.catch((error) => isDatabaseAway(error))).resolves.toBe(true);
    });
    await Promise.all([database.close(), sql.end()]);
  });
});
