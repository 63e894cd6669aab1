/** @module The routes of the profile: name, language and time zone. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../database/database.ts';
import { callerProblems, json, problem, userPath } from '../../http/openapi.ts';
import { refuseInvalid } from '../../http/validation.ts';
import type { Caller, RequireUser } from '../caller.ts';
import type { Preferences } from './preferences.ts';
import { changeProfile, profileOf } from './profile.ts';
import { profileChangesSchema, profileSchema } from './profile-schema.ts';

const tags = ['Accounts'];

const readRoute = createRoute({
  method: 'get',
  path: '/{user_id}/profile',
  tags,
  operationId: 'getProfile',
  summary: 'Name, email, language and time zone',
  request: { params: userPath },
  responses: { 200: json(profileSchema, 'The profile'), ...callerProblems },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/{user_id}/profile',
  tags,
  operationId: 'changeProfile',
  summary: 'Change the name, the language or the time zone',
  request: {
    params: userPath,
    body: { content: { 'application/json': { schema: profileChangesSchema } }, required: true },
  },
  responses: {
    200: json(profileSchema, 'The profile as it is now'),
    ...callerProblems,
    400: problem('The body is not JSON'),
    415: problem('The body is not application/json'),
  },
});

export interface ProfileRouteDependencies {
  database: Database;
  preferences: Preferences;
  requireUser: RequireUser;
}

/** The profile, to be mounted under `/api`. */
export function profileRoutes({
  database,
  preferences,
  requireUser,
}: ProfileRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.use('/:user_id/profile', requireUser);

  app.openapi(readRoute, async (context) => context.json(await profileOf(database, context.var.userId), 200));

  app.openapi(changeRoute, async (context) => {
    const { userId } = context.var;
    const profile = await changeProfile(database, userId, context.req.valid('json'));
    preferences.forget(userId);
    return context.json(profile, 200);
  });

  return app;
}
