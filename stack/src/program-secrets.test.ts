import * as pulumi from '@pulumi/pulumi';
import { describe, expect, test } from 'vitest';
import { everySecret, find, releaseType, run, secrets, value } from './program-fixture.ts';
import { digests } from './secret.ts';

describe('secrets', () => {
  test('are marked in the Secret, under the names that api reads', async () => {
    const secret = find(await run({ secrets: everySecret }), 'kubernetes:core/v1:Secret', 'secret');
    expect(secret.secretInputs).toEqual(['stringData']);
    expect(secret.inputs).toMatchObject({
      metadata: { name: 'todo-chatbot-secrets' },
      stringData: {
        DATABASE_URL: everySecret.databaseUrl,
        DATABASE_DIRECT_URL: everySecret.databaseDirectUrl,
        JWT_SECRET: everySecret.jwtSecret,
        JWT_SECRET_PREVIOUS: everySecret.jwtSecretPrevious,
        OPENAI_API_KEY: everySecret.openaiApiKey,
        ANTHROPIC_API_KEY: everySecret.anthropicApiKey,
      },
    });
  });

  test('are in no input that is not marked, of any resource', async () => {
    const { databaseDirectUrl, ...others } = everySecret;
    for (const [config, given] of [
      [{}, { ...others, databaseDirectUrl }],
      [{ database: 'local' }, others],
    ] as const) {
      const own = { ...given, databasePassword: 'a-database-password' };
      const { resources } = await run({ config, secrets: own });
      const clear = resources.map(({ inputs, secretInputs }) =>
        JSON.stringify(Object.entries(inputs).filter(([key]) => !secretInputs.includes(key))),
      );
      for (const text of [...Object.values(own), 'pa55word']) expect(clear.join('\n')).not.toContain(text);
    }
  });

  test('are in no output that is not marked', async () => {
    const { outputs } = await run({ secrets: everySecret });
    expect(await pulumi.isSecret(outputs.manifest)).toBe(true);
    const manifest = JSON.parse(await value(outputs.manifest));
    expect(Object.values(manifest.sources.secrets)).toEqual([
      digests({
        DATABASE_URL: everySecret.databaseUrl,
        DATABASE_DIRECT_URL: everySecret.databaseDirectUrl,
        JWT_SECRET: everySecret.jwtSecret,
        JWT_SECRET_PREVIOUS: everySecret.jwtSecretPrevious,
        OPENAI_API_KEY: everySecret.openaiApiKey,
        ANTHROPIC_API_KEY: everySecret.anthropicApiKey,
      }),
    ]);
  });

  test('that are rotated change the checksum in the values, and nothing else there', async () => {
    const before = find(await run(), releaseType);
    const after = find(
      await run({ secrets: { ...secrets, jwtSecret: `${secrets.jwtSecret}2` } }),
      releaseType,
    );
    expect(before.secretInputs).toEqual([]);
    const [one, other] = [before.inputs.values, after.inputs.values] as { secretChecksum: string }[];
    expect(one?.secretChecksum).toMatch(/^[0-9a-f]{12}$/);
    expect(other?.secretChecksum).not.toBe(one?.secretChecksum);
    expect({ ...other, secretChecksum: '' }).toEqual({ ...one, secretChecksum: '' });
  });
});
