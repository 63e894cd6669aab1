import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { thisMachine } from '../../src/machine.ts';
import { runProgram } from '../../src/run-program.ts';
import { judge, makeSchemas } from './custom-resources.ts';

// Where CI is set a missing tool is a failure; on a person's machine the tests are skipped.
const there = await Promise.all([runProgram('helm', ['version']), runProgram('kubeconform', ['-v'])]);
const toolsAreThere = there.every(({ code }) => code === 0);
const definitions = join(import.meta.dirname, 'kagent');
const tools = join(import.meta.dirname, '../../../services/api/src/mcp/tools');
const everySwitch = ['--values', join(import.meta.dirname, 'every-switch.yaml')];

let folder = '';
beforeAll(async () => {
  folder = await makeSchemas(definitions);
});
afterAll(() => rm(folder, { recursive: true }));

async function rendered(...values: string[]): Promise<string> {
  const shown = ['--show-only', 'templates/kagent.yaml', '--namespace', 'todo-chatbot', ...values];
  const finished = await runProgram('helm', ['template', 'todo-chatbot', thisMachine.chart, ...shown]);
  expect(finished).toMatchObject({ code: 0 });
  return finished.stdout;
}

describe.skipIf(!toolsAreThere && !process.env.CI)('what the chart makes for kagent', () => {
  test.each([
    ['to read', 3, ['--set', 'kagent.enabled=true']],
    ['to change tasks', 3, everySwitch],
    ['with its own model', 2, ['--set', 'kagent.enabled=true,kagent.modelConfig=default-model-config']],
    [
      'with Anthropic',
      3,
      ['--set', 'kagent.enabled=true,kagent.model.provider=Anthropic,kagent.model.apiKeySecret=key'],
    ],
  ])('is what its API takes, %s', async (_, count, values) => {
    const { code, stdout } = await judge(folder, await rendered(...values));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining(`Valid: ${count}, Invalid: 0, Errors: 0, Skipped: 0`),
    });
  });

  test.each([
    ['headersFrom', 'headersFro'],
    ['requireApproval', 'approval'],
    ['baseUrl', 'url'],
    ['protocol: STREAMABLE_HTTP', 'protocol: HTTP'],
    ['provider: OpenAI', 'provider: Open'],
  ])('would be refused with %s as %s', async (right, wrong) => {
    const objects = await rendered(...everySwitch);
    expect(objects).toContain(right);
    const { code, stdout } = await judge(folder, objects.replace(right, wrong));
    expect(code).not.toBe(0);
    expect(stdout).toContain('Invalid: 1');
  });

  test('names the tools of the MCP server, and asks before each that changes something', async () => {
    const files = await readdir(tools);
    const sources = await Promise.all(files.map((file) => readFile(join(tools, file), 'utf8')));
    const known = sources.map((source) => ({
      name: source.match(/^ {2}name: '(\w+)',$/m)?.[1],
      reads: source.includes('readOnlyHint: true'),
    }));
    expect(known.length).toBeGreaterThan(5);
    const named = async (...values: string[]) => {
      const objects = parseAllDocuments(await rendered(...values)).map((document) => document.toJS());
      return objects.find(({ kind }) => kind === 'Agent').spec.declarative.tools[0].mcpServer;
    };
    const namesOf = (some: typeof known) => some.map(({ name }) => name).sort();
    const all = await named(...everySwitch);
    expect(all.toolNames.toSorted()).toEqual(namesOf(known));
    expect(all.requireApproval.toSorted()).toEqual(namesOf(known.filter(({ reads }) => !reads)));
    const reading = await named('--set', 'kagent.enabled=true');
    expect(reading.toolNames).toEqual(namesOf(known.filter(({ reads }) => reads)));
  });
});
