/** No tool, resource, prompt or completion of the MCP server reaches what is another's. */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo } from '../../src/mcp/testing/connect-to.ts';
import { connectDirectlyTo } from '../databases.ts';
import { createStage, type Person, type Stage } from '../stage.ts';
import { everythingOf } from './everything-of.ts';
import { sample } from './operations.ts';

const SECRET = 'Secret of Ada';

let stage: Stage;
let sql: postgres.Sql;
let ada: Person;
let eve: Person;
let client: Client;
let before: Record<string, string[]>;

beforeAll(async () => {
  stage = await createStage();
  sql = connectDirectlyTo(stage.url);
  [ada, eve] = await Promise.all([stage.person(), stage.person()]);
  for (const title of [SECRET, `${SECRET}, done`, `${SECRET}, thrown away`])
    await ada.add(title, { tags: [SECRET] });
  await ada.request('/api/{me}/tasks/2/complete', { method: 'PATCH' });
  await ada.request('/api/{me}/tasks/3', { method: 'DELETE' });
  before = await everythingOf(sql, ada.id);
  const app = { request: (_: string, init: RequestInit) => stage.app.request('http://api/mcp', init) };
  client = await connectTo(app as never, stage.tokens, { userId: eve.id });
});
afterAll(async () => {
  await client.close();
  await Promise.all([stage.close(), sql.end()]);
});

const isSilent = (answer: unknown, name: string) => {
  const words = JSON.stringify(answer);
  expect(words, name).not.toContain(SECRET);
  expect(words, name).not.toContain(`"user_id":"${ada.id}"`);
};

it('every tool refuses to act for another, and finds nothing under the same numbers', async () => {
  const { tools } = await client.listTools();
  expect(tools.length).toBeGreaterThanOrEqual(6);
  for (const { name, inputSchema } of tools) {
    for (const isWhole of [true, false]) {
      const given = sample(inputSchema as never, isWhole, (schema) => schema) as Record<string, unknown>;
      const forAda = await client.callTool({ name, arguments: { ...given, user_id: ada.id } });
      expect([name, forAda.isError]).toEqual([name, true]);
      isSilent(forAda, name);
      const { user_id: _, ...own } = given;
      isSilent(await client.callTool({ name, arguments: own }), name);
    }
  }
});

it("every resource, prompt and completion speaks of one's own alone", async () => {
  const { resources } = await client.listResources();
  const { resourceTemplates } = await client.listResourceTemplates();
  const { prompts } = await client.listPrompts();
  expect([resources.length, resourceTemplates.length, prompts.length].every((count) => count > 0)).toBe(true);
  const readable = [
    ...resources.map(({ uri }) => uri),
    ...resourceTemplates.flatMap(({ uriTemplate }) =>
      ['1', '2', '3'].map((number) => uriTemplate.replaceAll(/\{\W?[\w,]+\}/g, number)),
    ),
  ];
  for (const uri of readable)
    isSilent(await client.readResource({ uri }).catch((error) => String(error)), uri);
  for (const { name, arguments: taken = [] } of prompts) {
    const given = Object.fromEntries(taken.map((argument) => [argument.name, '1']));
    isSilent(await client.getPrompt({ name, arguments: given }).catch((error) => String(error)), name);
    for (const argument of taken) {
      const ref = { type: 'ref/prompt' as const, name };
      isSilent(await completed(ref, argument.name), `${name} ${argument.name}`);
    }
  }
  for (const { uriTemplate: uri } of resourceTemplates) {
    for (const [, name = ''] of uri.matchAll(/\{\W?(\w+)/g)) {
      isSilent(await completed({ type: 'ref/resource', uri }, name), uri);
    }
  }
});

it('and Ada has what she had, in every table', async () => {
  expect(await everythingOf(sql, ada.id)).toEqual(before);
});

function completed(ref: Parameters<Client['complete']>[0]['ref'], name: string): Promise<unknown> {
  return client.complete({ ref, argument: { name, value: '' } }).catch((error) => String(error));
}
