/**
 * Runs every command of AIOPS.md, or of another page, that can be run, in its order, on the cluster that kubectl points
 * at, and checks what each says, so that the page cannot rot:
 *
 * ```sh
 * DATABASE_URL=… JWT_SECRET=… npm run prove:page -w @todo-chatbot/stack -- --namespace todo-trial --load 'minikube image load'
 * ```
 *
 * It makes the namespace and deletes it, as the page does.
 *
 * @module
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Block, blocksOf, inNamespace } from './blocks.ts';

const root = join(import.meta.dirname, '../../..');
const { values: options } = parseArgs({
  options: {
    /** From the repository's root. */
    page: { type: 'string', default: 'AIOPS.md' },
    /** Instead of the page's `todo-chatbot`. */
    namespace: { type: 'string', default: 'todo-chatbot' },
    /** Puts images, named after it, into the cluster. Minikube whose Docker built them has them. */
    load: { type: 'string' },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

function shell(commands: string, seconds: number) {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
    cwd: root,
    encoding: 'utf8',
    timeout: seconds * 1000,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, said: stdout + stderr };
}

async function check(block: Block): Promise<void> {
  const commands = inNamespace(block.commands, options.namespace);
  const says = block.says.map((words) => inNamespace(words, options.namespace));
  const until = Date.now() + block.within * 1000;
  for (;;) {
    const { code, said } = shell(commands, 600);
    const missing = says.filter((words) => !said.includes(words));
    if (code === 0 && missing.length === 0) break;
    if (Date.now() > until) {
      throw new Error(
        `${options.page}:${block.line} ended with ${code} and did not say ${missing.join(', ')}:\n${commands}\n${said}`,
      );
    }
    await pause(2000);
  }
  if (options.load && block.builds.length > 0) {
    const { code, said } = shell(`${options.load} ${block.builds.join(' ')}`, 300);
    if (code !== 0) throw new Error(`the images did not get into the cluster:\n${said}`);
  }
}

async function prove(): Promise<void> {
  const blocks = blocksOf(readFileSync(join(root, options.page), 'utf8'), options.page);
  const ran = blocks.filter(({ kind }) => kind === 'cluster');
  for (const block of ran) {
    const from = performance.now();
    await check(block);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    say(`${block.operation} (line ${block.line}): as it says, ${seconds} s`);
  }
  const left = blocks.length - ran.length;
  say(
    `ci: ${options.page}: ${ran.length} blocks of commands run on a cluster; ${left} need Minikube, the stack or the tool itself`,
  );
}

await prove().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
