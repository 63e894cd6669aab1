/** @module The profile, as the API shows and takes it. */
import { z } from '@hono/zod-openapi';
import { textField } from '../../http/text-field.ts';
import { NAME_LENGTH } from '../account-schema.ts';
import { knownTimeZone } from './time-zone.ts';

const language = z.enum(['en', 'ur'], { error: 'must be en, ur or null' }).nullable().openapi({
  description: 'Of mails, and of the page where it follows; null follows the device',
  example: 'ur',
});

const name = textField(1, NAME_LENGTH).openapi({ example: 'Ada' });

export const profileSchema = z
  .object({
    name: z.string(),
    email: z.string().openapi({ description: 'Not changeable here' }),
    language,
    time_zone: z
      .string()
      .nullable()
      .openapi({ description: 'Chosen, or last seen of a device', example: 'Asia/Karachi' }),
    time_zone_chosen: z.boolean().openapi({
      description: 'Whether the person chose it: the `Time-Zone` of a request then replaces it no longer',
    }),
    created_at: z.iso.datetime(),
  })
  .openapi('Profile');

export const profileChangesSchema = z
  .object({
    name: name.optional(),
    language: language.optional(),
    time_zone: z
      .string()
      .transform((zone, context) => {
        const found = knownTimeZone(zone.trim());
        if (found) return found;
        context.addIssue({ code: 'custom', message: 'must be an IANA time zone such as Europe/Berlin' });
        return z.NEVER;
      })
      .nullable()
      .optional()
      .openapi({
        type: ['string', 'null'],
        description: 'null follows the device again',
        example: 'Asia/Karachi',
      }),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    error: 'must hold at least one of name, language and time_zone',
  })
  .openapi('ProfileChanges', { minProperties: 1 });

export type Profile = z.output<typeof profileSchema>;
export type ProfileChanges = z.output<typeof profileChangesSchema>;
