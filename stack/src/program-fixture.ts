/**
 * The whole program under mocks, for its tests.
 *
 * @module
 */
import type * as pulumi from '@pulumi/pulumi';
import { type Declaration, type MockOptions, runUnderMocks } from './under-mocks.ts';

/** The settings without which nothing is deployed. */
export const secrets = {
  databaseUrl: 'postgresql://todo:pa55word@db.example:6543/todo',
  jwtSecret: 'a-jwt-secret-that-is-long-enough-to-be-one',
};
/** All that can be kept secret. */
export const everySecret = {
  ...secrets,
  databaseDirectUrl: 'postgresql://todo:pa55word@db.example:5432/todo',
  jwtSecretPrevious: 'the-jwt-secret-before-it-is-just-as-long-1',
  openaiApiKey: 'sk-openai-key',
  anthropicApiKey: 'sk-ant-key',
};

/** The program with these settings. */
export function run(options: Partial<MockOptions> = {}): Promise<Declaration> {
  return runUnderMocks({ config: {}, secrets, ...options });
}

/** A resource that it declared. */
export function find({ resources }: Declaration, type: string, name?: string) {
  const found = resources.find((made) => made.type === type && (name === undefined || made.name === name));
  if (!found) throw new Error(`no ${type} among ${resources.map((made) => made.type).join(', ')}`);
  return found;
}
/** The type of the Helm release. */
export const releaseType = 'kubernetes:helm.sh/v3:Release';
/** What an output comes to. */
export const value = <T>(output: pulumi.Output<T>) =>
  new Promise<T>((resolve) => output.apply((known) => resolve(known as T)));
