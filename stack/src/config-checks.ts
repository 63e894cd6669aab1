/**
 * What a setting must look like. Messages never repeat the value: it may be a secret.
 *
 * @module
 */
import { RunError } from '@pulumi/pulumi';

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
  return url.port === '' ? 5432 : Number(url.port);
}

/** @throws RunError when the key is shorter than HS256 allows. */
export function checkJwtSecret(name: string, text: string): void {
  if (Buffer.byteLength(text) < 32) throw new RunError(`${name} must have at least 32 bytes`);
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
