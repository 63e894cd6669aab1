/**
 * `npm run test:contract`: Schemathesis asks a running api, with its embedded Postgres, whatever docs/openapi.json allows and
 * forbids. No answer may be a server error, or one that is not described.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Api, root, startApi } from './api.ts';

const SEED = '20261121';

const USAGE = `npm run test:contract -- [options]

Asks a running api, on a Postgres of its own, whatever docs/openapi.json allows and forbids.

  --seed N       which questions (${SEED})
  --seconds N    for how long at most (150)
  --only ID      this operation; more than once for more
`;

const values = readOptions();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}

const program = await findSchemathesis();
const folder = await mkdtemp(join(tmpdir(), 'todo-contract-'));
let code = 1;
let api: Api | undefined;
try {
  api = await startApi(folder);
  code = await fuzz(program, api);
  // Whatever it was asked, it must not have fallen over, and must leave in order.
  const alive = await fetch(`${api.url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
  const left = await api.stop();
  if (!alive || left !== 0) {
    console.error(`the api ${alive ? `ended with ${left}` : 'is no longer ready'}`);
    code = 1;
  }
} finally {
  await api?.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = code;

async function fuzz(schemathesis: string, { url, user }: Api): Promise<number> {
  const config = join(root, 'contract/fuzz/schemathesis.toml');
  const only = values.only.flatMap((id) => ['--include-operation-id', id]);
  const run = ['run', `${url}/openapi.json`, '--seed', values.seed, '--max-time', values.seconds, ...only];
  const child = spawn(schemathesis, ['--config-file', config, ...run], {
    cwd: root,
    env: { ...process.env, TODO_USER: user.id, TODO_TOKEN: user.token, TODO_SESSION: user.session },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [ended] = await once(child, 'exit');
  return typeof ended === 'number' ? ended : 1;
}

/** `SCHEMATHESIS`, or the one on the path. */
async function findSchemathesis(): Promise<string> {
  const named = process.env.SCHEMATHESIS;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const file of named ? [named] : folders.map((path) => join(path, 'schemathesis'))) {
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  console.error(
    [
      'test:contract: schemathesis is missing. Install it with Python 3.10 or newer, then try again:',
      '  python3 -m venv .venv && .venv/bin/pip install -r contract/fuzz/requirements.txt',
      '  SCHEMATHESIS=.venv/bin/schemathesis npm run test:contract',
    ].join('\n'),
  );
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        seed: { type: 'string', default: SEED },
        seconds: { type: 'string', default: '150' },
        only: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return process.exit(2);
  }
}
