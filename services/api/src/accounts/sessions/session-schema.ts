/** @module What a session is, as the API shows it: never its token. */
import { z } from '@hono/zod-openapi';

export const sessionSchema = z
  .object({
    id: z.string(),
    device: z.object({
      browser: z.string().nullable().openapi({ example: 'Firefox' }),
      system: z.string().nullable().openapi({ example: 'Windows' }),
      kind: z.enum(['desktop', 'mobile', 'tablet', 'other']),
    }),
    address: z
      .string()
      .nullable()
      .openapi({ description: 'Where it was signed in from, as far as the service can see' }),
    created_at: z.iso.datetime(),
    last_seen_at: z.iso.datetime().openapi({ description: 'To the minute' }),
    expires_at: z.iso.datetime().openapi({ description: 'Moves on while the session is in use' }),
    current: z.boolean().openapi({ description: 'The one that asks' }),
  })
  .openapi('Session');

export type ShownSession = z.output<typeof sessionSchema>;
