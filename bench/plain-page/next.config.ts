/**
 * The least of an app with Next: a page that is rendered for each request, with a form. What the product's page adds is
 * measured against it.
 *
 * @module
 */
import { join } from 'node:path';
import type { NextConfig } from 'next';

const repository = join(import.meta.dirname, '../..');

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
};

export default config;
