import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { expect, test } from 'vitest';
import { holdPort, runNode } from './testing/processes.ts';
import { usage } from './usage.ts';

const entry = join(import.meta.dirname, '../run.mjs');

async function start(environment: Record<string, string>, options: string[] = [], args: string[] = []) {
  const { ended, errors } = runNode([...options, entry, 'start', ...args], {
    ...process.env,
    ...environment,
  });
  const { code } = await ended;
  return { code, errors: errors() };
}

test('an old Node gets one line', async () => {
  const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.20.2'}})`;
  const { code, errors } = await start({}, ['--import', old]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^todo-chatbot: this runs on Node 22\.18 or newer, and found 20\.20\.2\. [^\n]+\n$/);
});

test('a wrong setting gets one line', async () => {
  const { code, errors } = await start({ PORT: 'web' });
  expect(code).toBe(1);
  expect(errors).toBe('todo-chatbot: PORT must be a whole number from 1 to 65535, but is "web"\n');
});

test('an option gets one line, which leads to the settings', async () => {
  const { code, errors } = await start({}, [], ['--port', '4000']);
  expect(code).toBe(1);
  expect(errors).toMatch(/^todo-chatbot: npm start takes no options, and got "--port": [^\n]+\n$/);
  expect(usage('npm start')).toContain('PORT');
  expect(await start({}, [], ['--help'])).toEqual({ code: 0, errors: '' });
});

test('a taken port gets one line', async () => {
  const held = await holdPort();
  const { code, errors } = await start({ PORT: String(held.port), API_PORT: String(await getPort()) });
  held.close();
  expect(code).toBe(1);
  expect(errors).toMatch(
    /^todo-chatbot: port \d+ \(PORT\) is in use by another program: [^\n]+ npm start`\n$/,
  );
});

test('a data folder that cannot be gets one line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'run-'));
  writeFileSync(join(folder, 'file'), '');
  const ports = { PORT: String(await getPort()), API_PORT: String(await getPort()) };
  const { code, errors } = await start({ ...ports, DATA_DIR: join(folder, 'file') });
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(errors).toMatch(/^todo-chatbot: DATA_DIR [^\n]+ cannot be used: [^\n]+\n$/);
});
