/** @module The OpenAPI 3.1 document, from the schemas that validate the requests. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { json } from '../openapi.ts';
import { complete, type Description } from './complete.ts';
import { headers, tags, timeZone } from './shared-parts.ts';

const INTRODUCTION = `
Tasks, chat and live changes of a todo list.

**Who calls.** Every route under \`/api/{user_id}\` takes a bearer token or the session cookie, and serves that user alone.

**Errors** are RFC 9457 problem documents (\`application/problem+json\`), also for paths (404) and methods (405) that are not described here. A wrong field, header or query is named in \`errors\`. Text must be well-formed Unicode without the NUL character.

**Again, but once.** Requests that make something take an \`Idempotency-Key\`: the same request under the same key is answered again and done once. \`ETag\` and \`If-Match\` guard against overwriting what somebody else has changed.

**Lists** that are longer than a page name the next one in the \`Link\` header.
`.trim();

const documentRoute = {
  method: 'get' as const,
  path: '/openapi.json',
  tags: ['Description'],
  operationId: 'getDescription',
  summary: 'This document',
  security: [],
  responses: { 200: json(z.looseObject({ openapi: z.string() }), 'OpenAPI 3.1') },
};

const pageRoute = {
  method: 'get' as const,
  path: '/docs',
  tags: ['Description'],
  operationId: 'readDocs',
  summary: 'This document, to read and try',
  security: [],
  responses: { 200: { description: 'A page', content: { 'text/html': { schema: z.string() } } } },
};

/** Describes everything that `app` has registered. */
export function describe(
  app: Pick<OpenAPIHono, 'openAPIRegistry' | 'getOpenAPI31Document'>,
  version: string,
): Description {
  const registry = app.openAPIRegistry;
  for (const [name, header] of Object.entries(headers)) registry.registerComponent('headers', name, header);
  registry.registerComponent('parameters', 'Time-Zone', timeZone);
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token from `GET /api/auth/token`, valid for 15 minutes, or an access token from `POST /api/{user_id}/access-tokens`. One with the scope `read` alone changes nothing.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
    description: 'Set by signing in; `__Secure-better-auth.session_token` where the address is https.',
  });
  registry.registerPath(documentRoute);
  registry.registerPath(pageRoute);
  return complete(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Todo chatbot',
        version,
        description: INTRODUCTION,
        license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      },
      servers: [{ url: '/', description: 'This server' }],
      security: [{ bearer: [] }, { session: [] }],
      tags,
    }),
  );
}
