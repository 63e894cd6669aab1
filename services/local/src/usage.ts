/** @module What `npm start` and `npm run dev` take from the command line: a request for help. Settings are in the environment. */
import { LaunchError } from './launch-error.ts';

/** What is shown to who asks for help. */
export const usage = (command: string) => `${command}

Runs the page, the API and a Postgres on this machine until Ctrl-C. It takes no options; these are its settings,
as variables of the environment:

  PORT, API_PORT     where the page and the API are served (3000, 8000)
  DATA_DIR           where the Postgres keeps everything (.data)
  DATABASE_URL       a Postgres of yours instead; JWT_SECRET is needed with it
  PUBLIC_URL         the address that people type (http://localhost:3000)
  OPENAI_API_KEY     a model answers instead of the built-in assistant; so do ANTHROPIC_API_KEY, or
                     OPENAI_BASE_URL and AI_MODEL

README.md has them all.`;

/**
 * Whether help is asked for.
 *
 * @throws LaunchError for anything else on the command line.
 */
export function isHelpAsked(args: readonly string[], command: string): boolean {
  const strange = args.find((arg) => arg !== '--help' && arg !== '-h');
  if (strange !== undefined) {
    throw new LaunchError(
      `${command} takes no options, and got "${strange}": settings are variables of the environment, as \`${command} -- --help\` shows`,
    );
  }
  return args.length > 0;
}
