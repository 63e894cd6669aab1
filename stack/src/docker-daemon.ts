/**
 * One question to a Docker daemon over TLS: does it have this image? Neither Pulumi's preview nor a refresh asks, so an
 * image that somebody pruned would stay "unchanged" while new pods cannot start.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import type { DockerDaemon } from './minikube.ts';

/** Whether the daemon has the image; undefined when it cannot be asked, and then nothing is concluded. */
export type HasImage = (daemon: DockerDaemon, image: string) => Promise<boolean | undefined>;

/** Asks a daemon of the kind `tcp://host:port` with the certificates of `certPath`. */
export const hasImage: HasImage = async (daemon, image) => {
  if (!daemon.certPath || !daemon.host.startsWith('tcp://')) return undefined;
  const folder = daemon.certPath;
  const read = (name: string) => readFile(join(folder, name));
  try {
    const [ca, cert, key] = await Promise.all([read('ca.pem'), read('cert.pem'), read('key.pem')]);
    const status = await getStatus(
      new URL(`/images/${image}/json`, daemon.host.replace('tcp://', 'https://')),
      {
        ca,
        cert,
        key,
      },
    );
    return status === 200 ? true : status === 404 ? false : undefined;
  } catch {
    return undefined;
  }
};

function getStatus(url: URL, keys: { ca: Buffer; cert: Buffer; key: Buffer }): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...keys, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', reject);
    sent.end();
  });
}
