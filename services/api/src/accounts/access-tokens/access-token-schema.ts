/** @module What an access token is, as the API shows it; the token itself is told once, when it is made. */
import { z } from '@hono/zod-openapi';
import { textField } from '../../http/text-field.ts';

const NAME_LENGTH = 100;
const LONGEST_DAYS = 366;
const DEFAULT_DAYS = 90;

const scope = z.enum(['read', 'write'], { error: 'must be read or write' });
const days = `must be a whole number from 1 to ${LONGEST_DAYS}`;

export const newAccessTokenSchema = z
  .object({
    name: textField(1, NAME_LENGTH).openapi({ example: 'Claude Desktop' }),
    scopes: z
      .array(scope)
      .min(1, { error: 'must name at least one of read and write' })
      .overwrite((scopes) => [...new Set(scopes)])
      .default(['read', 'write'])
      .openapi({ description: 'Without `write` the token changes nothing', example: ['read'] }),
    expires_in_days: z
      .int({ error: days })
      .min(1, { error: days })
      .max(LONGEST_DAYS, { error: days })
      .default(DEFAULT_DAYS),
  })
  .openapi('NewAccessToken');

export const accessTokenSchema = z
  .object({
    id: z.int().openapi({ description: 'Numbered per user from 1' }),
    name: z.string(),
    scopes: z.array(scope),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
    last_used_at: z.iso.datetime().nullable().openapi({ description: 'To the minute; null when never' }),
  })
  .openapi('AccessToken');

export const createdAccessTokenSchema = accessTokenSchema
  .extend({ token: z.string().openapi({ description: 'Shown this once; only its hash is kept' }) })
  .openapi('CreatedAccessToken');

export type NewAccessToken = z.output<typeof newAccessTokenSchema>;
export type AccessToken = z.output<typeof accessTokenSchema>;
