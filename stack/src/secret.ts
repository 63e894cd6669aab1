/**
 * The one Secret that pods read their keys from. The chart is only told its name, so that Helm's own records and the
 * preview of its values hold nothing secret.
 *
 * @module
 */
import { createHmac } from 'node:crypto';
import * as kubernetes from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { SecretSettings } from './config.ts';
import { secretName } from './names.ts';

/** Environment variables and their values, all of them secret. */
export type SecretValues = Record<string, pulumi.Output<string>>;

/** Names the values as api expects them; those that are not set are left out. */
export function secretValues(settings: SecretSettings, databaseUrl: pulumi.Output<string>): SecretValues {
  const { databaseDirectUrl, jwtSecretPrevious, openaiApiKey, anthropicApiKey, smtpUrl } = settings;
  return {
    DATABASE_URL: databaseUrl,
    ...(databaseDirectUrl && { DATABASE_DIRECT_URL: databaseDirectUrl }),
    JWT_SECRET: settings.jwtSecret,
    ...(jwtSecretPrevious && { JWT_SECRET_PREVIOUS: jwtSecretPrevious }),
    ...(openaiApiKey && { OPENAI_API_KEY: openaiApiKey }),
    ...(anthropicApiKey && { ANTHROPIC_API_KEY: anthropicApiKey }),
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
  };
}

/** Makes the Secret under its fixed name. */
export function makeSecret(
  values: SecretValues,
  options: pulumi.CustomResourceOptions,
): kubernetes.core.v1.Secret {
  return new kubernetes.core.v1.Secret(
    'secret',
    {
      metadata: { name: secretName, labels: { 'app.kubernetes.io/part-of': 'todo-chatbot' } },
      type: 'Opaque',
      stringData: pulumi.secret(values),
    },
    { ...options, additionalSecretOutputs: ['stringData', 'data'] },
  );
}

/**
 * Changes whenever a secret does, and tells nothing about one: it is keyed with the JWT secret. As an annotation of the
 * pods it makes a rotation roll them.
 */
export function checksum(values: Record<string, string>): string {
  const hmac = createHmac('sha256', values.JWT_SECRET ?? '');
  for (const name of Object.keys(values).sort()) hmac.update(`${name}\0${values[name]}\0`);
  return hmac.digest('hex').slice(0, 12);
}

/** A digest of each secret, to name the rotated ones later. Only kept encrypted. */
export function digests(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      createHmac('sha256', name).update(value).digest('hex').slice(0, 12),
    ]),
  );
}
