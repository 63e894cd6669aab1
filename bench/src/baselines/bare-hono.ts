/**
 * The least code that answers the same list from the same rows: Hono and postgres.js, without accounts, checks or
 * row-level security, on a copy of the table that has none. What the product adds is measured against it.
 *
 * @module
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10 });
const app = new Hono();

app.get('/api/:user/tasks', async (c) => {
  const rows = await sql`
    select id, title, description, completed, priority, due_date, due_at, tags, recurrence, parent_id, created_at,
      updated_at
    from bare_tasks where user_id = ${c.req.param('user')} and deleted_at is null
    order by id limit 21`;
  return c.json(rows.slice(0, 20));
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => {
  process.stdout.write('ready\n');
});
