/** @module `npm run token`: an access token for the terminal. Only the token goes to stdout, so that `$(…)` takes it. */
import { LaunchError } from '../launch-error.ts';
import { type AccessToken, signIn } from './account.ts';
import { readOptions, usage } from './options.ts';

export interface TokenTerminal {
  out(line: string): void;
  err(line: string): void;
  /** Asks for a word that is not shown. */
  askHidden(question: string): Promise<string>;
}

/** Does what the arguments ask; holds the exit code. */
export async function runToken(
  args: string[],
  environment: NodeJS.ProcessEnv,
  { out, err, askHidden }: TokenTerminal,
): Promise<number> {
  try {
    const options = readOptions(args, environment);
    if (!options) {
      out(usage);
      return 0;
    }
    const { address, email, what } = options;
    const password = environment.TODO_PASSWORD || (await askHidden(`Password of ${email}: `));
    const account = await signIn(address, email, password);
    try {
      if (what.do === 'list') for (const token of await account.list()) out(lineOf(token));
      if (what.do === 'revoke') {
        await account.revoke(what.id);
        err(`Token ${what.id} is revoked.`);
      }
      if (what.do === 'create') {
        const made = await account.create(what.token);
        err(`Token ${lineOf(made)}. Keep it like a password; revoke it with --revoke ${made.id}.`);
        out(made.token);
      }
    } finally {
      await account.signOut();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    err(`todo-chatbot: ${error.message}`);
    return 1;
  }
}

function lineOf({ id, name, scopes, expires_at, last_used_at }: AccessToken): string {
  const used = last_used_at ? `last used ${last_used_at.slice(0, 10)}` : 'never used';
  const good = Date.parse(expires_at) > Date.now() ? 'good until' : 'over since';
  return `${id}  ${name}  (${scopes.join(', ')}; ${good} ${expires_at.slice(0, 10)}; ${used})`;
}
