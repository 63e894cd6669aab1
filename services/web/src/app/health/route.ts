import packageJson from '../../../package.json' with { type: 'json' };

export const dynamic = 'force-dynamic';

/** Liveness: the process answers. */
export function GET(): Response {
  return Response.json({ status: 'ok', version: packageJson.version });
}
