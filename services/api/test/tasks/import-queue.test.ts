/** Large imports wait for one another, and what is too much is refused before it is read. */
import { expect, it, vi } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
const MEGABYTE = 1_000_000;
const FILE = { format: 'todo-chatbot', version: 1, tasks: [{ title: 'Milk' }] };

/** An upload that sends so much of nothing, then waits until its end is let go. */
function uploading(person: Person, megabytes: number, headers: Record<string, string> = {}) {
  let sent = 0;
  const end = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (sent < megabytes) {
          sent += 1;
          controller.enqueue(new Uint8Array(MEGABYTE).fill(32));
        } else {
          await end.promise;
          controller.enqueue(new TextEncoder().encode(JSON.stringify(FILE)));
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  const answer = Promise.resolve(
    stage.app.request(`/api/${person.id}/import`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json', ...headers },
    } as RequestInit),
  );
  return { answer, end: () => end.resolve(), megabytesRead: () => sent };
}

it('refuses the fifth before it is read, and a second one of the same person', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => stage.person()));
  const last = people.pop() as Person;
  const under = people.map((person) => uploading(person, 3));
  await vi.waitFor(() => expect(under.map(({ megabytesRead }) => megabytesRead())).toEqual([3, 3, 3, 3]));

  const said = uploading(last, 9, { 'content-length': String(9 * MEGABYTE) });
  const unsaid = uploading(last, 9);
  const second = uploading(people[0] as Person, 9);
  for (const { answer } of [said, unsaid, second]) {
    const refused = await answer;
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({ type: 'urn:todo-chatbot:problem:imports-busy' });
  }
  expect(said.megabytesRead()).toBe(0);
  expect(unsaid.megabytesRead()).toBeLessThan(4);
  // Small ones need no place.
  const small = await last.request('/api/{me}/import', { method: 'POST', body: FILE });
  expect(small.body).toMatchObject({ tasks: 1 });

  for (const { end } of under) end();
  for (const { answer } of under) expect((await answer).status).toBe(200);
  const after = uploading(last, 3);
  after.end();
  expect((await after.answer).status).toBe(200);
});

it('refuses what says to be too large before it is read, and what turns out to be as soon as it does', async () => {
  const ada = await stage.person();
  const said = uploading(ada, 20, { 'content-length': String(20 * MEGABYTE) });
  expect([(await said.answer).status, said.megabytesRead()]).toEqual([413, 0]);
  const unsaid = uploading(ada, 20);
  expect((await unsaid.answer).status).toBe(413);
  expect(unsaid.megabytesRead()).toBeLessThan(13);
  // Nothing of it keeps the next one from being read.
  const next = uploading(ada, 2);
  next.end();
  expect((await next.answer).status).toBe(200);
});

it('asks who sends it before anything else', async () => {
  const ada = await stage.person();
  const stranger = uploading({ ...ada, token: 'none' }, 9);
  expect([(await stranger.answer).status, stranger.megabytesRead()]).toEqual([401, 0]);
});
