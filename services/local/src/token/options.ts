/** @module What `npm run token` was asked to do. */
import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { LaunchError } from '../launch-error.ts';

export const usage = `npm run token -- --email you@example.org [options]

Makes an access token for another program, such as an MCP client, and prints it: it is shown this once.
The password is asked for, or comes from TODO_PASSWORD.

  --read-only    the token changes nothing
  --days 90      how long it is good for, at most 366
  --name ...     what it is for, as the list shows it
  --list         show the tokens instead
  --revoke 3     revoke a token instead
  --url ...      where the todo chat is (PUBLIC_URL, else http://localhost:3000)`;

interface Options {
  address: URL;
  email: string;
  what: { do: 'list' } | { do: 'revoke'; id: number } | { do: 'create'; token: NewToken };
}

interface NewToken {
  name: string;
  scopes: string[];
  expires_in_days: number;
}

/** Reads the arguments; undefined when help was asked for. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | undefined {
  const { values } = parse(args);
  if (values.help) return undefined;
  if (!values.email) throw new LaunchError(`Whose token? Name the account with --email.\n\n${usage}`);
  const given = (values.url ?? environment.PUBLIC_URL) || `http://localhost:${environment.PORT || 3000}`;
  const address = URL.parse(given);
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new LaunchError('--url must be a full address that starts with http:// or https://.');
  }
  const account = { address, email: values.email };
  if (values.list) return { ...account, what: { do: 'list' } };
  if (values.revoke !== undefined) {
    return { ...account, what: { do: 'revoke', id: wholeNumber('--revoke', values.revoke) } };
  }
  const token = {
    name: values.name ?? `npm run token on ${hostname()}`,
    scopes: values['read-only'] ? ['read'] : ['read', 'write'],
    expires_in_days: wholeNumber('--days', values.days),
  };
  return { ...account, what: { do: 'create', token } };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        email: { type: 'string' },
        url: { type: 'string' },
        name: { type: 'string' },
        days: { type: 'string', default: '90' },
        'read-only': { type: 'boolean' },
        list: { type: 'boolean' },
        revoke: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new LaunchError(`${(error as Error).message.split('. ')[0]}.\n\n${usage}`);
  }
}

function wholeNumber(option: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new LaunchError(`${option} must be a whole number.`);
  return Number(value);
}
