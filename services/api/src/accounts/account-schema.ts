/** @module What people send to sign up and in: checked here, so that each wrong field is named. */
import { z } from '@hono/zod-openapi';
import { isStorable, textField } from '../http/text-field.ts';

export const NAME_LENGTH = 100;
const EMAIL_LENGTH = 254;
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

const email = z
  .email({ error: 'must be an email address' })
  .max(EMAIL_LENGTH, { error: `must have at most ${EMAIL_LENGTH} characters` })
  .openapi({ example: 'ada@example.org' });

/** A password that somebody chooses. */
const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD, { error: `must have at least ${SHORTEST_PASSWORD} characters` })
  .max(LONGEST_PASSWORD, { error: `must have at most ${LONGEST_PASSWORD} characters` })
  .refine(isStorable, { error: 'must be well-formed text without the NUL character' })
  .openapi({ format: 'password', example: 'correct horse battery' });

/** A password that somebody already has: only what could never be one is refused. */
const presentPassword = z
  .string()
  .max(LONGEST_PASSWORD, { error: `must have at most ${LONGEST_PASSWORD} characters` })
  .refine(isStorable, { error: 'must be well-formed text without the NUL character' })
  .openapi({ format: 'password', example: 'correct horse battery' });

const rememberMe = z
  .boolean()
  .optional()
  .openapi({ description: 'With `false` the cookie ends with the browser', default: true });

export const signUpSchema = z
  .object({
    name: textField(1, NAME_LENGTH).openapi({ description: 'Shown to the person alone', example: 'Ada' }),
    email,
    password: newPassword,
    rememberMe,
  })
  .openapi('SignUp');

export const signInSchema = z
  .object({
    email,
    password: presentPassword,
    rememberMe,
  })
  .openapi('SignIn');

export const resetRequestSchema = z.object({ email }).openapi('PasswordResetRequest');

export const resetSchema = z
  .object({
    token: z.string().max(200).openapi({ description: 'From the link in the mail, after `#token=`' }),
    newPassword,
  })
  .openapi('PasswordReset');

export const passwordChangeSchema = z
  .object({
    current_password: presentPassword,
    new_password: newPassword,
    revoke_access_tokens: z
      .boolean()
      .default(false)
      .openapi({ description: 'Ends the access tokens of other programs too' }),
  })
  .openapi('PasswordChange');

export const deletionSchema = z.object({ password: presentPassword }).openapi('AccountDeletion');

/** By path; only what they name is passed on to better-auth. */
export const accountBodies: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['/api/auth/sign-up/email', signUpSchema],
  ['/api/auth/sign-in/email', signInSchema],
]);
