/** No operation reaches what is another's: by the other's path, or by the other's numbers under one's own. */
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDirectlyTo } from '../databases.ts';
import { createStage, type Person, type Stage } from '../stage.ts';
import { everythingOf } from './everything-of.ts';
import { type Operation, operationsOf } from './operations.ts';

const SECRET = 'Secret of Ada';

let stage: Stage;
let sql: postgres.Sql;
let ada: Person;
let eve: Person;
let operations: Operation[];
let before: Record<string, string[]>;

beforeAll(async () => {
  stage = await createStage();
  sql = connectDirectlyTo(stage.url);
  [ada, eve] = [await stage.signUp(), await stage.signUp()];
  await ada.add(SECRET, { description: SECRET, tags: ['secret of ada'] });
  await ada.add(`${SECRET}, thrown away`);
  await ada.request('/api/{me}/tasks/2', { method: 'DELETE' });
  await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: SECRET } });
  await ada.request('/api/{me}/chat', {
    method: 'POST',
    body: { message: `Add a task to keep the ${SECRET}` },
  });
  operations = await operationsOf(stage);
  before = await everythingOf(sql, ada.id);
});
afterAll(() => Promise.all([stage.close(), sql.end()]));

interface Answer {
  status: number;
  text: string;
}

/** Calls an operation once for each of its bodies; every number in its path is 1. */
async function call(operation: Operation, owner: string, headers: Record<string, string>): Promise<Answer[]> {
  const path = operation.path.replace('{user_id}', owner).replaceAll(/\{\w+\}/g, '1');
  const answers: Answer[] = [];
  for (const body of operation.bodies.length > 0 ? operation.bodies : [undefined]) {
    const sent = body ? { body: body.text, headers: { ...headers, 'content-type': body.type } } : { headers };
    const response = await stage.app.request(path, { method: operation.method, ...sent });
    // An open stream never ends of itself.
    const isStream =
      response.headers.get('content-type')?.includes('event-stream') && operation.method === 'GET';
    if (isStream) await response.body?.cancel();
    answers.push({ status: response.status, text: isStream ? '' : await response.text() });
  }
  return answers;
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

it('knows operations of every kind, and what Ada has', () => {
  expect(operations.map(nameOf)).toEqual(
    expect.arrayContaining(['GET /api/{user_id}/tasks', 'POST /mcp', 'GET /api/auth/token']),
  );
  expect(operations.length).toBeGreaterThan(25);
  expect(before.tasks?.length).toBe(3);
});

describe('every operation', () => {
  it('with a user in its path is refused to others, by token and by cookie', async () => {
    for (const operation of operations.filter(({ path }) => path.includes('{user_id}'))) {
      for (const headers of [{ authorization: `Bearer ${eve.token}` }, { cookie: eve.cookie }]) {
        const origin = { ...headers, origin: stage.config.publicUrl.origin };
        for (const { status, text } of await call(operation, ada.id, origin as never)) {
          expect([nameOf(operation), status, JSON.parse(text).status]).toEqual([nameOf(operation), 403, 403]);
        }
      }
    }
  });

  it('that needs someone signed in is refused to nobody in particular', async () => {
    const guarded = operations.filter(({ isGuarded }) => isGuarded);
    expect(guarded.length).toBeGreaterThan(20);
    for (const operation of guarded) {
      for (const { status, text } of await call(operation, ada.id, {})) {
        expect([nameOf(operation), status, JSON.parse(text).status]).toEqual([nameOf(operation), 401, 401]);
      }
    }
  });

  it("shows nothing of another's under the same numbers", async () => {
    for (const operation of operations) {
      for (const headers of [{ authorization: `Bearer ${eve.token}` }, { cookie: eve.cookie }]) {
        for (const { status, text } of await call(operation, eve.id, headers as never)) {
          expect([nameOf(operation), status < 500]).toEqual([nameOf(operation), true]);
          expect(text.toLowerCase(), nameOf(operation)).not.toContain(SECRET.toLowerCase());
          expect(text, nameOf(operation)).not.toContain(ada.id);
        }
      }
    }
  });
});

it('and Ada has what she had, in every table', async () => {
  expect(await everythingOf(sql, ada.id)).toEqual(before);
});
