import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scene } from './scene.ts';

/** A certificate for a name that was over long ago, and its key. */
export function expiredCertificate(name: string): { certificate: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'todo-faults-'));
  const file = (base: string) => join(folder, base);
  writeFileSync(file('index.txt'), '');
  writeFileSync(file('serial'), '01\n');
  writeFileSync(
    file('ca.cnf'),
    `[ca]\ndefault_ca = own\n[own]\ndatabase = ${file('index.txt')}\nserial = ${file('serial')}\nnew_certs_dir = ${folder}\ndefault_md = sha256\npolicy = any\n[any]\ncommonName = supplied\n[names]\nsubjectAltName = DNS:${name},IP:127.0.0.1\nbasicConstraints = CA:TRUE\n`,
  );
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const subject = ['-subj', `/CN=${name}`];
  openssl(
    ...['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('key'), '-out', file('request')],
    ...subject,
  );
  const times = ['-startdate', '20240101000000Z', '-enddate', '20240401000000Z'];
  const self = ['-selfsign', '-keyfile', file('key'), '-in', file('request'), '-out', file('certificate')];
  openssl('ca', '-batch', '-notext', '-config', file('ca.cnf'), '-extensions', 'names', ...self, ...times);
  const made = {
    certificate: readFileSync(file('certificate'), 'utf8'),
    key: readFileSync(file('key'), 'utf8'),
  };
  rmSync(folder, { recursive: true });
  return made;
}

/** The release with an Ingress whose certificate is over. */
export async function ingressWithCertificate(scene: Scene): Promise<void> {
  const { certificate, key } = expiredCertificate('todo.local');
  await scene.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: 'todo-tls' },
    stringData: { 'tls.crt': certificate, 'tls.key': key },
  });
  await scene.helm([
    ...['ingress.enabled=true', 'ingress.className=todo-faults', 'ingress.tlsSecret=todo-tls'],
    'publicUrl=https://todo.local',
  ]);
}
