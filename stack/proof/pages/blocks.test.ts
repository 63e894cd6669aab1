import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../../src/run-program.ts';
import { type Block, blocksOf, inNamespace } from './blocks.ts';

const root = join(import.meta.dirname, '../../..');
const page = await readFile(join(root, 'AIOPS.md'), 'utf8');
const blocks = blocksOf(page);

/** Commands of a block, one each; a command may go on in the next line. */
const commandsOf = ({ commands }: Block) =>
  commands
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim());
const commands = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).flatMap(commandsOf);
/** What is quoted is a question or a value. */
const wordsOf = (command: string) => command.replaceAll(/"[^"]*"|'[^']*'/g, 'TEXT').split(/\s+/);

describe('blocks', () => {
  test('say how they are checked, what is expected and where they stand', () => {
    const text = `## 1. Build

~~~sh run=cluster builds="a:1 b:1" within=60 says='one|two "x"'
docker build .
docker ls
~~~
~~~json
{}
~~~
## 2. Look
~~~sh run=minikube
minikube status
~~~`.replaceAll('~~~', '```');
    expect(blocksOf(text)).toEqual([
      {
        line: 3,
        operation: '1. Build',
        kind: 'cluster',
        says: ['one', 'two "x"'],
        builds: ['a:1', 'b:1'],
        within: 60,
        commands: 'docker build .\ndocker ls\n',
      },
      expect.objectContaining({ line: 11, operation: '2. Look', kind: 'minikube', says: [], within: 0 }),
    ]);
  });

  test('that do not say it are refused', () => {
    expect(() => blocksOf('```sh\nls\n```')).toThrow('AIOPS.md:1 does not say how');
    expect(() => blocksOf('\n```sh run=somehow\nls\n```')).toThrow('AIOPS.md:2 does not say how');
    expect(() => blocksOf('```sh run=cluster\nls\n```')).toThrow('AIOPS.md:1 expects nothing');
  });
});

describe('AIOPS.md', () => {
  const operations = page.split(/^## /m).filter((part) => /^\d+\. /.test(part));

  test('has all operations, each with a way by hand that is run, a tool, a check, and what leaves the machine', () => {
    const titles = operations.map((part) => part.split('\n')[0]);
    expect(titles).toEqual([
      ...['1. Build the images', '2. Inspect the images', '3. Deploy', '4. Scale', '5. Logs'],
      ...['6. Why is a pod failing?', '7. Health of the cluster', '8. Resource advice', '9. Update'],
      ...['10. Roll back', '11. Clean up'],
    ]);
    for (const part of operations) {
      for (const needed of ['**Goal.**', 'By hand', 'With a tool', '**Check.**', '**To a cloud.**']) {
        expect(part).toContain(needed);
      }
      const kinds = blocksOf(`## ${part}`).map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['cluster', 'documented']));
    }
  });

  test('names commands of the project that there are', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const named = [...page.matchAll(/npm run (?:--silent )?([\w:]+)(?: -w (\S+?))?[\s`]/g)];
    expect(named.length).toBeGreaterThan(8);
    const ofStack = JSON.parse(await readFile(join(root, 'stack/package.json'), 'utf8')).scripts;
    for (const [, name = '', workspace] of named)
      expect(workspace ? ofStack : scripts).toHaveProperty([name]);
    for (const command of commands('stack')) expect(command).toMatch(/^npm run /);
  });

  test('names files of the project that there are', async () => {
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(6);
    for (const path of links) await expect(readFile(join(root, path))).resolves.toBeDefined();
  });

  // Minikube 1.38's own pages: https://minikube.sigs.k8s.io/docs/commands/
  test('names commands that Minikube has', () => {
    const known = [
      'status',
      'logs --problems',
      'delete',
      'image ls',
      'addons enable metrics-server',
      'docker-env',
    ];
    for (const command of commands('minikube')) {
      const asked = /minikube ([^)]+)/.exec(command)?.[1]?.trim();
      if (asked) expect(known).toContain(asked);
      else expect(command).toMatch(/^kubectl .* top pods --containers$/);
    }
  });

  // Docker Desktop 4.74, kubectl-ai 0.0.28, kagent 0.9.12 and 0.10.1: what their documentation and sources list.
  const tools: Record<string, { flags: string[]; verbs?: string[] }> = {
    'docker ai': { flags: [] },
    'kubectl-ai': {
      flags: ['--quiet', '--llm-provider', '--model', '--enable-tool-use-shim', '--mcp-client'],
    },
    kagent: { flags: ['--profile', '--agent', '--task'], verbs: ['install', 'get', 'invoke'] },
    k8sgpt: { flags: ['--namespace', '--filter'], verbs: ['analyze'] },
  };

  test('asks the tools with flags that they have, and never to change things unasked', () => {
    const asked = commands('documented').filter((command) => !/^(kubectl|helm) /.test(command));
    expect(asked.length).toBeGreaterThan(25);
    for (const command of asked) {
      const words = wordsOf(command.replace(/^\w+_TOKEN=\S+ /, ''));
      const name = words[0] === 'docker' ? words.slice(0, 2).join(' ') : (words[0] ?? '');
      const tool = tools[name];
      expect(tool, command).toBeDefined();
      expect(tool?.flags, command).toEqual(
        expect.arrayContaining(words.filter((word) => word.startsWith('-')).map((word) => word)),
      );
      if (tool?.verbs) expect(tool.verbs, command).toContain(words[1]);
    }
  });

  test('does not ask kubectl-ai to change things where it could not ask back', () => {
    const quiet = commands('documented').filter((command) => command.includes('kubectl-ai --quiet'));
    expect(quiet.length).toBeGreaterThan(3);
    for (const command of quiet) expect(command).not.toMatch(/"(Install|Scale|Upgrade|Roll|Uninstall|Set) /);
  });
});

test.each(['docs/deploy/helm.md', 'docs/deploy/manifests.md'])(
  '%s says of each command how it is checked, and nearly all are run',
  async (name) => {
    const some = blocksOf(await readFile(join(root, name), 'utf8'), name);
    const ran = some.filter(({ kind }) => kind === 'cluster');
    expect(ran.length).toBeGreaterThan(7);
    expect(some.length - ran.length).toBeLessThan(3);
  },
);

describe('the files for the tools', () => {
  test("kubectl-ai's has an address and no token", async () => {
    const file = await readFile(join(root, 'docs/aiops/mcp.yaml'), 'utf8');
    const { servers } = parse(file);
    // The name makes the variable MCP_TODO_TOKEN; only these fields are read by 0.0.28.
    expect(servers).toEqual([{ name: 'todo', url: 'http://localhost:3000/mcp', auth: { type: 'bearer' } }]);
  });

  test("Docker AI's is a Compose file that wants a token", async ({ skip }) => {
    const { code } = await runProgram('docker', ['compose', 'version']);
    if (code !== 0 && !process.env.CI) skip('Docker Compose is not installed');
    const file = join(root, 'docs/aiops/gordon-mcp.yml');
    const config = (token: string) =>
      runProgram('env', [`TODO_TOKEN=${token}`, 'docker', 'compose', '--file', file, 'config']);
    expect(await config('')).toMatchObject({ code: 15, stderr: expect.stringContaining('npm run token') });
    const { stdout } = await config('todo_a_token');
    expect(parse(stdout).services.todo).toMatchObject({
      environment: { TODO_AUTHORIZATION: 'Bearer todo_a_token' },
      // The container fills this in: on no command line stands the token.
      command: expect.arrayContaining(['Authorization:$${TODO_AUTHORIZATION}']),
    });
  });
});

test('commands for another namespace leave the usual one alone, also where manifests name it', async () => {
  const manifests = await readFile(join(root, 'docs/deploy/manifests.md'), 'utf8');
  const moved = blocksOf(manifests)
    .filter(({ kind }) => kind === 'cluster')
    .map((block) => inNamespace(block.commands, 'mine'))
    .join('');
  const places = moved.replaceAll(
    /s\/\w+: todo-chatbot\$\/|app\.kubernetes\.io\/\S+|todo-chatbot-secrets/g,
    '',
  );
  expect(places).not.toContain('todo-chatbot');
  expect(moved).toContain("sed 's/name: todo-chatbot$/name: mine/'");
  expect(inNamespace('kubectl -n todo-chatbot get pods', 'todo-chatbot')).toBe(
    'kubectl -n todo-chatbot get pods',
  );
});
