/**
 * Where Pulumi starts. Plain JavaScript, so that a Node that cannot run TypeScript still says what to do.
 *
 * @module
 */
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunError } from '@pulumi/pulumi';

/** Runs the program in `index.ts`; what it returns are the stack's outputs. */
export default async function main() {
  if (!process.features.typescript) {
    throw new RunError(
      `Node ${process.versions.node} cannot run this program: \`npx pulumi\` or \`npm run up\` uses the Node 24 that npm ci installed`,
    );
  }
  // Pulumi takes a stack trace for each promise, and its runner maps every one of them to other sources. That costs time
  // and tells nothing here: Node runs ours as they are.
  Error.prepareStackTrace = undefined;
  // Started by `npm run up` and its siblings it is on already.
  module.enableCompileCache(join(tmpdir(), 'todo-chatbot-compile-cache'));
  const { todoChatbot } = await import('./index.ts');
  return todoChatbot();
}
