/**
 * `npm run ops-mcp`: facts of the deployment for agents, over stdio or, with `--http`, over HTTP.
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { findLookedAt } from '../cli/recognize.ts';
import { machine, Stop } from '../cli/shell.ts';
import { untilToldToEnd } from './end.ts';
import { serveOverHttp } from './http.ts';
import { createOpsServer } from './server.ts';

const help = `npm run ops-mcp [-- options]

An MCP server: what is wrong with the deployment, its pods, events, logs and revisions, for agents. It changes nothing.

  --http 3333       over HTTP at 127.0.0.1, with a bearer token (OPS_MCP_TOKEN, or one that is made and shown)
  --allow-changes   offers restart, scale and roll back, too; a person approves each
  --stack local, --context minikube, --namespace todo-chatbot: as everywhere`;

const usualPort = '3333';
const shortestToken = 16;

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      stack: { type: 'string', default: 'local' },
      context: { type: 'string' },
      namespace: { type: 'string' },
      http: { type: 'boolean', default: false },
      'allow-changes': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${help}\n`);
  const target = await findLookedAt(machine, values);
  const options = { shell: machine, target, allowChanges: values['allow-changes'] };
  if (!values.http) return createOpsServer(options).connect(new StdioServerTransport());
  const token = process.env.OPS_MCP_TOKEN || randomBytes(24).toString('base64url');
  if (token.length < shortestToken)
    throw new Stop(`OPS_MCP_TOKEN must be ${shortestToken} characters or more`);
  const serving = await serveOverHttp(options, portNumber(positionals[0] ?? usualPort), token);
  process.stderr.write(
    `${serving.url}\n${process.env.OPS_MCP_TOKEN ? '' : `Authorization: Bearer ${token}\n`}`,
  );
  await untilToldToEnd(process);
  await serving.close();
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`The port is a number from 1 to 65535, not ${text}`);
}

await start().catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  const words = isTaken ? 'That port is taken: npm run ops-mcp -- --http 3334' : error.message;
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
