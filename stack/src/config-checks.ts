/**
 * What a setting must look like. Messages never repeat one that is kept encrypted: of an address only its host.
 *
 * @module
 */
// Of the package itself only this: commands that merely look at a cluster come here, too.
import { RunError } from '@pulumi/pulumi/errors.js';

/**
 * Checks a Postgres address and gives its port.
 *
 * @throws RunError saying what the address must be.
 */
export function checkDatabaseUrl(name: string, text: string): number {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '' || url.pathname.length < 2) {
    throw new RunError(
      `${name} must be a Postgres address like postgresql://user:password@host/database?sslmode=require`,
    );
  }
  refuseThisMachine(name, url);
  return url.port === '' ? 5432 : Number(url.port);
}

/** What pods call is named as pods see it. */
function refuseThisMachine(name: string, { hostname }: URL): void {
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname)) return;
  throw new RunError(
    `${name} names ${hostname}, which inside the cluster is the pod itself: a server on this machine is host.minikube.internal there, and must listen on more than localhost`,
  );
}

/** @throws RunError when the key is shorter than HS256 allows. */
export function checkJwtSecret(name: string, text: string): void {
  if (Buffer.byteLength(text) < 32) throw new RunError(`${name} must have at least 32 bytes`);
}

/**
 * Checks the address of a server that pods call.
 *
 * @throws RunError when it is not http or https, or leads a pod to itself.
 */
export function checkServerUrl(name: string, text: string | undefined): string | undefined {
  const address = checkUrl(name, text);
  if (address !== undefined) refuseThisMachine(name, new URL(address));
  return address;
}

/**
 * Checks a web address and gives it without a trailing slash.
 *
 * @throws RunError when it is not http or https.
 */
export function checkUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new RunError(`${name} must be an http or https address, not "${text}"`);
  }
  return text.replace(/\/+$/, '');
}
