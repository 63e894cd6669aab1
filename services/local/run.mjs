/**
 * The entry of `npm start` and `npm run dev`. Plain JavaScript, so that an old Node gets to the sentence
 * below instead of a syntax error; everything else is TypeScript, which Node 22.18 and newer run directly.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `todo-chatbot: this runs on Node 22.18 or newer, and found ${process.versions.node}. ` +
      'Start it with `npm start`, after `npm ci` has installed the right Node, or install Node 24.\n',
  );
  process.exit(1);
}

const { run } = await import('./src/run.ts');
const [mode, ...args] = process.argv.slice(2);
process.exit(await run(mode === 'dev' ? 'dev' : 'start', args));
