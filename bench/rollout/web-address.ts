/**
 * Where the web service answers. A port-forward would not do: it holds on to one pod, and each roll would cut it.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { attempt, run, Stop } from './command.ts';

export interface WebAddress {
  url: string;
  /** Ends what was started to reach it. */
  close(): void;
}

interface Service {
  spec: { type: string; ports: { port: number; nodePort?: number }[] };
  status: { loadBalancer: { ingress?: { ip?: string; hostname?: string }[] } };
}

interface NodeList {
  items: { status: { addresses: { type: string; address: string }[] } }[];
}

const TUNNEL_MILLISECONDS = 30_000;

/** Addresses that lead to the service on every pod, the best one first. */
export function candidates(service: Service, nodes: NodeList): string[] {
  const port = service.spec.ports[0];
  if (!port) return [];
  const url = (host: string, at: number) =>
    new URL(`http://${host.includes(':') ? `[${host}]` : host}:${at}`).origin;
  const outside = (service.status.loadBalancer.ingress ?? []).flatMap(
    ({ ip, hostname }) => ip ?? hostname ?? [],
  );
  const inside = nodes.items.flatMap(({ status }) =>
    ['ExternalIP', 'InternalIP'].flatMap((wanted) =>
      status.addresses.filter(({ type }) => type === wanted).map(({ address }) => address),
    ),
  );
  const { nodePort } = port;
  return [
    ...outside.map((host) => url(host, port.port)),
    ...(nodePort ? inside.map((host) => url(host, nodePort)) : []),
  ];
}

/** Finds an address of the web service that answers; throws a Stop that says what was tried. */
export async function findWeb(context: string, namespace: string, given?: string): Promise<WebAddress> {
  if (given) {
    if (await answers(given)) return { url: given, close: () => {} };
    throw new Stop(`nothing answers at ${given}/health`);
  }
  const kubectl = (...args: string[]) => run('kubectl', ['--context', context, ...args, '--output=json']);
  const service = JSON.parse(await kubectl('--namespace', namespace, 'get', 'service/todo-web')) as Service;
  const nodes = JSON.parse(await kubectl('get', 'nodes')) as NodeList;
  const tried = candidates(service, nodes);
  for (const url of tried) if (await answers(url)) return { url, close: () => {} };

  const tunnel = await openTunnel(context, namespace);
  if (tunnel && (await answers(tunnel.url))) return tunnel;
  tunnel?.close();
  throw new Stop(
    `web cannot be reached from this machine: ${tried.length > 0 ? `no answer from ${tried.join(', ')}` : `a ${service.spec.type} service has no address outside`}` +
      `${tunnel ? ` nor from ${tunnel.url}, which minikube gave` : ''}. Start \`minikube tunnel\` in another terminal, or name an address with --url ` +
      '(not one of kubectl port-forward: that holds on to one pod, and each roll cuts it)',
  );
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  return answer?.ok === true;
}

/** `minikube service --url`: where nodes cannot be reached, it tunnels for as long as it runs. */
async function openTunnel(context: string, namespace: string): Promise<WebAddress | undefined> {
  if (!(await attempt('minikube', ['status', '--profile', context]))) return undefined;
  const child = spawn(
    'minikube',
    ['service', 'todo-web', '--url', '--namespace', namespace, '--profile', context],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const close = () => void child.kill();
  const url = await new Promise<string | undefined>((resolve) => {
    const late = setTimeout(resolve, TUNNEL_MILLISECONDS, undefined);
    const done = (found: string | undefined) => {
      clearTimeout(late);
      resolve(found);
    };
    child.on('error', () => done(undefined));
    child.on('close', () => done(undefined));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /https?:\/\/\S+/.exec(line)?.[0];
      if (found) done(new URL(found).origin);
    });
  });
  if (!url) {
    close();
    return undefined;
  }
  return { url, close };
}
