/** The entry of `npm run token`. */
import { askHidden } from './src/token/ask-hidden.ts';
import { runToken } from './src/token/run-token.ts';

process.exitCode = await runToken(process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  askHidden,
});
