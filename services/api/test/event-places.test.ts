/** How many event streams one person may have open on a process. */
import { afterEach, expect, it, vi } from 'vitest';
import { duringTests } from './during-tests.ts';
import { createStage, type Person } from './stage.ts';

const stage = duringTests(() => createStage({ EVENT_STREAMS_PER_PERSON: '2' }));
const open = new Set<Response>();

afterEach(async () => {
  for (const { body } of open) await body?.cancel();
  open.clear();
});

async function follow(person: Person, lastEventId = ''): Promise<Response> {
  const headers = { authorization: `Bearer ${person.token}`, 'last-event-id': lastEventId };
  const response = await stage.app.request(`/api/${person.id}/events`, { headers });
  if (response.ok) open.add(response);
  return response;
}

it('are as many as is set, then the next is refused until one is closed', async () => {
  const [ada, eve] = [await stage.person(), await stage.person()];
  const first = await follow(ada);
  expect([first.status, (await follow(ada)).status]).toEqual([200, 200]);
  const refused = await follow(ada);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  expect(await refused.json()).toMatchObject({
    type: 'urn:todo-chatbot:problem:too-many-event-streams',
    title: 'Too many event streams',
    detail: expect.stringContaining('2 event streams'),
  });
  expect((await follow(eve)).status).toBe(200);
  // What else she asks is answered as ever.
  expect((await ada.request('/api/{me}/tasks')).status).toBe(200);
  await first.body?.cancel();
  open.delete(first);
  expect((await follow(ada)).status).toBe(200);
  expect((await follow(ada)).status).toBe(429);
});

it('are not counted when they could not be opened', async () => {
  const ada = await stage.person();
  for (let attempt = 0; attempt < 3; attempt++) expect((await follow(ada, 'x')).status).toBe(422);
  const begin = vi.spyOn(stage.database, 'begin').mockRejectedValueOnce(new Error('away'));
  expect((await follow(ada)).status).toBe(500);
  begin.mockRestore();
  await ada.request('/api/{me}/events', { method: 'HEAD' });
  expect([(await follow(ada)).status, (await follow(ada)).status]).toEqual([200, 200]);
});
