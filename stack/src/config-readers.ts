/**
 * Reads single settings, each wrong one named in one line with what it must be.
 *
 * @module
 */
import * as pulumi from '@pulumi/pulumi';

/** @throws RunError when it is something else than a whole number in that range. */
export function wholeNumber(
  config: pulumi.Config,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = config.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new pulumi.RunError(`${name} is a whole number from ${least} to ${most}, not "${text}"`);
}

/** @throws RunError when it is none of those words. */
export function oneOf<T extends string>(
  config: pulumi.Config,
  name: string,
  words: readonly T[],
): T | undefined {
  const text = config.get(name);
  if (text === undefined) return undefined;
  const word = words.find((one) => one === text);
  if (word) return word;
  throw new pulumi.RunError(`${name} is ${words.map((one) => `"${one}"`).join(' or ')}, not "${text}"`);
}

/** The text of a setting, for checks alone: `config.get` would warn about a secret read in clear. */
export function peek(config: pulumi.Config, name: string): string | undefined {
  return pulumi.runtime.getConfig(`${config.name}:${name}`) || undefined;
}

/** Whether a setting is kept encrypted. Pulumi knows, but its type declarations keep it to themselves. */
export function isEncrypted(config: pulumi.Config, name: string): boolean {
  const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };
  return isConfigSecret(`${config.name}:${name}`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys that nothing was said about. */
export function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
