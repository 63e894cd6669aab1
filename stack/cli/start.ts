/**
 * Where `npm run up` and its siblings begin. What Pulumi's large libraries compile to is kept from one command to the
 * next, which halves their start; so nothing that loads them may be imported before.
 *
 * @module
 */
import { enableCompileCache } from 'node:module';
import { compileCache } from './compile-cache.ts';

enableCompileCache(compileCache);
// Whoever reads no further, as in `npm run status | head`, has what they wanted: a command ends in order all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { start } = await import('./main.ts');
await start(process.argv.slice(2));
