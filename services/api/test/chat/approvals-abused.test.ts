/** An approval is signed, for one turn and its exact arguments, once, and not for ever. */
import { beforeEach, describe, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { askedFor, decide, decisions, deleteAll, titles } from './asked-approvals.ts';
import { createStage } from './replicas.ts';
import { saying, scriptedModel } from './scripted-model.ts';

const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  return () => stage.endReplicas();
});

const asked = (...then: Parameters<typeof scriptedModel>) => askedFor(stage, me, ...then);

describe('an approval cannot be', () => {
  it('forged', async () => {
    const { api, approval } = await asked();
    const forged = decisions(approval, true);
    const bad = [
      { approvals: forged.approvals.map((one) => ({ ...one, signature: 'v2.0000' })) },
      { approvals: forged.approvals.map((one) => ({ ...one, id: crypto.randomUUID() })) },
      { approvals: forged.approvals.slice(1) },
      { approvals: forged.approvals.map((one) => ({ ...one, signature: forged.approvals[0]?.signature })) },
    ];
    for (const body of bad) {
      const response = await decide(api, 1, body);
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await decide(api, 2, forged)).status).toBe(404);
    expect(await titles(api)).toHaveLength(3);
    expect((await decide(api, 1, forged)).status).toBe(200);
  });

  it('replayed', async () => {
    const { api, approval } = await asked(saying('Deleted.'));
    const body = decisions(approval, true);
    const first = await decide(api, 1, body, { 'idempotency-key': 'one' });
    const again = await decide(api, 1, body, { 'idempotency-key': 'one' });
    expect(await again.json()).toEqual(await first.json());
    await api.request('/api/{me}/tasks/1/restore', { method: 'POST' });
    expect((await decide(api, 1, body)).status).toBe(409);
    expect((await decide(api, 1, decisions(approval, false))).status).toBe(409);
    expect(await titles(api)).toEqual(['Milk']);
  });

  it('used twice at the same moment', async () => {
    const { api, approval } = await asked(saying('Deleted.'));
    const both = await Promise.all([1, 2].map(() => decide(api, 1, decisions(approval, true))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('outlived', async () => {
    const { api, approval } = await asked(saying('What was that about?'));
    await stage.system(
      (sql) => sql`update approvals set expires_at = now() - interval '1 second' where user_id = ${me}`,
    );
    expect((await decide(api, 1, decisions(approval, true))).status).toBe(410);
    expect((await api.say('yes', 1)).tool_calls).toEqual([]);
    expect(await titles(api)).toHaveLength(3);
  });

  it('prolonged in the database', async () => {
    const { api, approval } = await asked();
    await stage.system(
      (sql) => sql`update approvals set expires_at = expires_at + interval '1 year' where user_id = ${me}`,
    );
    expect((await decide(api, 1, decisions(approval, true))).status).toBe(403);
    expect(await titles(api)).toHaveLength(3);
  });

  it.each([
    ['changed arguments', `replace(calls::text, '{"task_id": 1}', '{"task_id": 4}')`],
    ['another tool', `replace(calls::text, '"delete_task"', '"complete_task"')`],
  ])('used for %s', async (_, change) => {
    const { api, approval } = await asked();
    await api.request('/api/{me}/tasks', { method: 'POST', body: { title: 'Not asked about' } });
    await stage.system((sql) =>
      sql.unsafe(`update approvals set calls = (${change})::jsonb where user_id = '${me}'`),
    );
    expect((await decide(api, 1, decisions(approval, true))).status).toBe(403);
    expect(await titles(api)).toHaveLength(4);
  });

  it('used by or for another person', async () => {
    const { api, approval, replica } = await asked();
    const eve = await stage.account();
    const other = await replica.as(eve);
    expect((await decide(other, 1, decisions(approval, true))).status).toBe(404);
    const path = `/api/${me}/chat/1/turns/1/approval`;
    expect((await other.request(path, { method: 'POST', body: decisions(approval, true) })).status).toBe(403);
    expect(await titles(api)).toHaveLength(3);
  });

  it('used for a turn of another person who has been given the row', async () => {
    const { api, approval, replica } = await asked(saying('Hello.'));
    const eve = await stage.account();
    const other = await replica.as(eve);
    await other.request('/api/{me}/tasks', { method: 'POST', body: { title: 'Hers' } });
    await other.say('hello');
    await stage.system(
      (sql) => sql`update approvals set user_id = ${eve} where user_id = ${me} returning user_id`,
    );
    expect((await decide(other, 1, decisions(approval, true))).status).toBe(403);
    expect(await titles(other)).toEqual(['Hers']);
    expect(await titles(api)).toHaveLength(3);
  });

  it('given by a yes that was written before the question', async () => {
    const gate = Promise.withResolvers<void>();
    const { model } = scriptedModel(deleteAll(), saying('Hm?'));
    const slow = {
      ...model,
      doStream: async (options: never) => {
        await gate.promise;
        return model.doStream(options);
      },
    };
    const api = await (await stage.replica(slow as typeof model)).as(me);
    for (const title of ['Milk', 'Eggs', 'Bread']) {
      await api.request('/api/{me}/tasks', { method: 'POST', body: { title } });
    }
    const first = api.stream('delete everything');
    await first;
    const second = api.say('yes', 1);
    gate.resolve();
    expect((await second).tool_calls).toEqual([]);
    expect(await titles(api)).toHaveLength(3);
  });
});
