/**
 * Where Pulumi starts. Plain JavaScript, so that a Node that cannot run TypeScript still says what to do.
 *
 * @module
 */
import { RunError } from '@pulumi/pulumi';

/** Runs the program in `index.ts`; what it returns are the stack's outputs. */
export default async function main() {
  if (!process.features.typescript) {
    throw new RunError(
      `Node ${process.versions.node} cannot run this program: \`npx pulumi\` or \`npm run up\` uses the Node 24 that npm ci installed`,
    );
  }
  const { todoChatbot } = await import('./index.ts');
  return todoChatbot();
}
