import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Client, clients, configurationOf } from './configurations.ts';

const server = { url: 'http://localhost:3000/mcp', token: 'todo_…' };
const page = (name: string) => readFileSync(new URL(`../../../../../docs/${name}`, import.meta.url), 'utf8');
const documented = page('mcp.md');

/** What the documentation has in its blocks for a program. */
function blocksOf(client: Client): string[] {
  const section = documented.split(/^## /m).find((part) => part.startsWith(`${clients[client]}\n`)) ?? '';
  return [...section.matchAll(/```\w+\n(.*?)```/gs)].map(([, text = '']) => text.trim());
}

test.each(['claude-desktop', 'vscode'] as const)('%s is told what the documentation has', (client) => {
  const [part] = configurationOf(client, server);
  expect(JSON.parse(part?.text ?? '')).toEqual(JSON.parse(blocksOf(client)[0] ?? ''));
});

test('kubectl-ai is told what its file in the documentation has', () => {
  const file = page('aiops/mcp.yaml')
    .replaceAll(/^#.*\n/gm, '')
    .trim();
  const [part, command] = configurationOf('kubectl-ai', { ...server, token: 'todo_ada_123' });
  expect(part?.text).toBe(file);
  expect(command?.text).toMatch(/^MCP_TODO_TOKEN=todo_ada_123 kubectl-ai --mcp-client /);
});

test('the commands and Cursor hold the token, since nothing else would', () => {
  const mine = { ...server, token: 'todo_ada_123' };
  const cursor = JSON.parse(configurationOf('cursor', mine)[0]?.text ?? '');
  const documentedCursor = JSON.parse(blocksOf('cursor')[0]?.replace(`\${env:TODO_TOKEN}`, mine.token) ?? '');
  expect(cursor).toEqual(documentedCursor);
  expect(configurationOf('claude-code', mine)[0]?.text).toBe(
    blocksOf('claude-code')[0]?.replace('$TODO_TOKEN', mine.token),
  );
  const [secret, objects] = configurationOf('kagent', mine);
  expect(secret?.text).toContain(
    'secret generic todo-mcp-token --from-literal=authorization="Bearer todo_ada_123"',
  );
  expect(objects?.text).toMatch(/name: todo-mcp-token\n\s+key: authorization/);
});

test.each([
  ['http://todo.test/mcp', true],
  ['https://todo.example/mcp', false],
  ['http://127.0.0.1:3000/mcp', false],
])('the bridge to %s may need to be told that plain http is meant', (url, isTold) => {
  const text = configurationOf('claude-desktop', { ...server, url })[0]?.text;
  expect(text?.includes('--allow-http')).toBe(isTold);
});
