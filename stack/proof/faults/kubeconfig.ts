/**
 * Contexts of a kubeconfig that lead nowhere, in each of the ways in which that happens.
 *
 * @module
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Fault } from '../../cli/doctor/faults.ts';
import { expiredCertificate } from './certificates.ts';

/** The contexts, and what is wrong with each. */
export const brokenContexts: { name: string; fault: Fault; caused: string }[] = [
  {
    name: 'no-such-context',
    fault: 'context-unknown',
    caused: 'a context that the kubeconfig does not have',
  },
  {
    name: 'nobody-listens',
    fault: 'api-unreachable',
    caused: 'a kubeconfig with a port that nobody listens at',
  },
  { name: 'nobody', fault: 'not-signed-in', caused: 'a kubeconfig with a token that is none' },
  { name: 'other-authority', fault: 'certificate-unknown', caused: 'a kubeconfig with another authority' },
  { name: 'long-over', fault: 'certificate-expired', caused: 'a server with an expired certificate' },
];

interface Entry {
  name: string;
  cluster: { server: string; 'certificate-authority-data'?: string };
  user: object;
}

/** Adds those contexts to the kubeconfig in use, until `close` is called. */
export async function addBrokenContexts(context: string): Promise<{ close(): void }> {
  const minified = ['config', 'view', '--raw', '--minify', '--output=json', '--context', context];
  const config = JSON.parse(execFileSync('kubectl', minified, { encoding: 'utf8' })) as {
    clusters: { cluster: Entry['cluster'] }[];
    users: { user: object }[];
  };
  const [{ cluster } = { cluster: { server: '' } }] = config.clusters;
  const [{ user } = { user: {} }] = config.users;
  const { certificate, key } = expiredCertificate('localhost');
  const server = createServer({ cert: certificate, key }, (_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const authority = Buffer.from(certificate).toString('base64');
  const entries: Entry[] = [
    { name: 'nobody-listens', cluster: { ...cluster, server: 'https://127.0.0.1:9' }, user },
    { name: 'nobody', cluster, user: { token: 'not-a-token' } },
    { name: 'other-authority', cluster: { ...cluster, 'certificate-authority-data': authority }, user },
    {
      name: 'long-over',
      cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority-data': authority },
      user,
    },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'todo-faults-'));
  const file = join(folder, 'config');
  writeFileSync(
    file,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: entries.map(({ name, cluster: one }) => ({ name, cluster: one })),
      users: entries.map(({ name, user: one }) => ({ name, user: one })),
      contexts: entries.map(({ name }) => ({ name, context: { cluster: name, user: name } })),
    }),
    { mode: 0o600 },
  );
  const own = process.env.KUBECONFIG ?? join(homedir(), '.kube', 'config');
  process.env.KUBECONFIG = [own, file].join(delimiter);
  return {
    close() {
      server.close();
      // It holds the credentials of the context that the others are made from.
      rmSync(folder, { recursive: true });
    },
  };
}
