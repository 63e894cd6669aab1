import { join } from 'node:path';
import type { NextConfig } from 'next';

const repository = join(import.meta.dirname, '../..');

process.env.NEXT_TELEMETRY_DISABLED = '1';

// The same for every replica of one build, so that a browser that holds the previous build notices.
const deploymentId = process.env.DEPLOYMENT_ID;

// Named by what it is made of (build/build.ts).
const buildId = process.env.BUILD_ID;

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repository,
  // The large native library of the optimiser does not travel with the server (build/finish-standalone.ts).
  images: { unoptimized: true },
  // Types are checked by `npm run typecheck`; an image build need not do it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: repository,
    // Messages are compiled on the server (src/i18n/catalogues.ts), so what parses them is not needed.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  poweredByHeader: false,
  agentRules: false,
  // The api decides about its own paths; a redirect here would change what it was asked.
  skipTrailingSlashRedirect: true,
  ...(deploymentId ? { deploymentId } : {}),
  ...(buildId ? { generateBuildId: () => buildId } : {}),
  headers: async () => [
    { source: '/_next/static/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    { source: '/icons/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    {
      source: '/sw.js',
      headers: [
        { key: 'Cache-Control', value: 'no-cache' },
        { key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
      ],
    },
  ],
};

export default config;
