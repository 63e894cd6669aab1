/** @module The routes for who forgot the password; nobody is signed in here. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { accepts } from 'hono/accepts';
import { json, problem } from '../../http/openapi.ts';
import { Problem } from '../../http/problem.ts';
import { refuseInvalid } from '../../http/validation.ts';
import type { Outbox } from '../../mail/outbox.ts';
import { resetRequestSchema, resetSchema } from '../account-schema.ts';
import { addressOf } from '../client-address.ts';
import type { RateLimits } from '../limits/limits.ts';
import { RESET_ADDRESS, RESET_MAIL, SIGN_IN, SIGN_IN_ACCOUNT } from '../limits/rules.ts';
import type { Passwords } from './passwords.ts';

const tags = ['Accounts'];
const done = json(z.object({ status: z.literal(true), message: z.string().optional() }), 'Done');
const problems = {
  400: problem('The body is not JSON'),
  415: problem('The body is not application/json'),
  422: problem('Invalid input; `errors` names each field'),
  429: problem('Too many attempts; see Retry-After'),
  503: problem('The database is away for a moment'),
};

const requestRoute = createRoute({
  method: 'post',
  path: '/auth/request-password-reset',
  tags,
  operationId: 'requestPasswordReset',
  summary: 'Ask for a mail with a link to choose a new password',
  description: 'The answer is the same whether or not an account has the address.',
  security: [],
  request: { body: { content: { 'application/json': { schema: resetRequestSchema } }, required: true } },
  responses: { ...problems, 200: done, 409: problem('Mail is not set up on this installation') },
});

const resetRoute = createRoute({
  method: 'post',
  path: '/auth/reset-password',
  tags,
  operationId: 'resetPassword',
  summary: 'Choose a new password with the token of the mail',
  description: 'Ends every session and every access token of the account.',
  security: [],
  request: { body: { content: { 'application/json': { schema: resetSchema } }, required: true } },
  responses: { ...problems, 200: done, 400: problem('The token was used, is too old or was never ours') },
});

export interface ResetRouteDependencies {
  passwords: Passwords;
  outbox: Outbox;
  limits: RateLimits;
}

/** Reset of a password, to be mounted under `/api`. */
export function resetRoutes({ passwords, outbox, limits }: ResetRouteDependencies): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });

  app.openapi(requestRoute, async (context) => {
    if (!outbox.isOpen) {
      throw new Problem(409, {
        kind: 'mail-not-set-up',
        title: 'Mail is not set up',
        detail: 'This installation sends no mail. Its operator has to set SMTP_URL and MAIL_FROM.',
      });
    }
    const email = context.req.valid('json').email.toLowerCase();
    await limits.take(RESET_ADDRESS, addressOf(context));
    const standing = await limits.take(RESET_MAIL, email);
    const language = accepts(context, { header: 'Accept-Language', supports: ['en', 'ur'], default: 'en' });
    await outbox.add({ kind: 'password-reset', email, language: language === 'ur' ? 'ur' : 'en' });
    for (const [name, value] of Object.entries(standing)) context.header(name, value);
    const message = 'If an account has this address, a mail is on its way.';
    return context.json({ status: true as const, message }, 200);
  });

  app.openapi(resetRoute, async (context) => {
    const { token, newPassword } = context.req.valid('json');
    const address = addressOf(context);
    await limits.take(RESET_ADDRESS, address);
    const { email } = await passwords.reset(token, newPassword);
    await limits.forgive(SIGN_IN_ACCOUNT, email);
    await limits.forgive(SIGN_IN, `${email} ${address}`);
    return context.json({ status: true as const }, 200);
  });

  return app;
}
