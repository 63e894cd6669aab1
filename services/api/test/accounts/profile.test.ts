/** The profile: name, language and time zone. */
import { expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);

const read = async (person: Person, headers: Record<string, string> = {}) =>
  (await person.request('/api/{me}/profile', { headers })).body;
const change = (person: Person, body: unknown) =>
  person.request('/api/{me}/profile', { method: 'PATCH', body });

it('is read and changed', async () => {
  const ada = await stage.signUp();
  const first = await read(ada);
  expect(first).toEqual({
    name: 'Ada',
    email: ada.email,
    language: null,
    time_zone: null,
    time_zone_chosen: false,
    created_at: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  const changed = await change(ada, { name: '  Ada Lovelace ', language: 'ur' });
  expect(changed).toMatchObject({ status: 200, body: { ...first, name: 'Ada Lovelace', language: 'ur' } });
  expect((await change(ada, { language: null })).body.language).toBeNull();
  const { user } = (await stage.request('/api/auth/get-session', { headers: { cookie: ada.cookie } })).body;
  expect(user).toMatchObject({ name: 'Ada Lovelace', language: null });
});

it('keeps a zone that the person chose, whatever their device says', async () => {
  const ada = await stage.person();
  expect((await read(ada, { 'time-zone': 'Europe/Berlin' })).time_zone).toBe('Europe/Berlin');
  expect((await change(ada, { time_zone: 'asia/karachi' })).body).toMatchObject({
    time_zone: 'Asia/Karachi',
    time_zone_chosen: true,
  });
  expect((await read(ada, { 'time-zone': 'Europe/Paris' })).time_zone).toBe('Asia/Karachi');
  expect((await change(ada, { time_zone: null })).body).toMatchObject({
    time_zone: null,
    time_zone_chosen: false,
  });
  expect((await read(ada, { 'time-zone': 'Europe/Paris' })).time_zone).toBe('Europe/Paris');
});

it('answers in the language that the person chose, until they write another', async () => {
  const ada = await stage.person();
  await change(ada, { language: 'ur' });
  const say = async (message: string) =>
    (await ada.request('/api/{me}/chat', { method: 'POST', body: { message } })).body.response;
  const isUrdu = /\p{Script=Arabic}/u;
  expect(await say('2')).toMatch(isUrdu);
  expect(await say('Add a task to buy milk')).not.toMatch(isUrdu);
  await change(ada, { language: null });
  expect(await say('2')).not.toMatch(isUrdu);
});

it.each([
  ['no name', { name: ' ' }, 'name', 'must not be empty'],
  ['a long name', { name: 'x'.repeat(101) }, 'name', 'must have at most 100 characters (it has 101)'],
  ['another language', { language: 'de' }, 'language', 'must be en, ur or null'],
  ['no zone', { time_zone: 'Mars/Olympus' }, 'time_zone', 'must be an IANA time zone such as Europe/Berlin'],
  ['a number', { time_zone: 5 }, 'time_zone', 'must be a string'],
  ['nothing', {}, '', 'must hold at least one of name, language and time_zone'],
])('refuses %s', async (_, body, path, message) => {
  const ada = await stage.person();
  expect(await change(ada, body)).toMatchObject({ status: 422, body: { errors: [{ path, message }] } });
});
