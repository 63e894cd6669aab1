/** What makes a transaction a user's ends with it. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asUser } from '../../src/database/database.ts';
import { createStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let ada: Person;

beforeAll(async () => {
  stage = await createStage();
  ada = await stage.person();
});
afterAll(() => stage.close());

it('ends with the transaction, on every connection of the pool', async () => {
  await asUser(stage.database, ada.id, (tx) => tx.execute(sql`select 1`));
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { rows } = await stage.database.pool.query(
        "select current_setting('app.user_id', true) as id, current_user as role",
      );
      const [row] = rows;
      expect(row?.id ?? '').toBe('');
      expect(row?.role).toBe(new URL(stage.url).username);
    }),
  );
});
