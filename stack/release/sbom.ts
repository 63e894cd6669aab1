/**
 * Writes what is in each image of the npm packages, as CycloneDX (`sbom/api.cdx.json`, `sbom/web.cdx.json`), from the
 * lockfile and with npm's own command; ends with 1 when one of them may not be passed on: `npm run sbom`.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runProgram } from '../src/run-program.ts';
import { type Component, refusedLicences } from './licences.ts';

const root = dirname(dirname(import.meta.dirname));
const folder = join(root, 'sbom');
// The images are built from the lockfile, whatever is installed here. What their build leaves out is not in them: see
// services/api/Dockerfile.
const packagesOf = [
  ...['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--omit', 'optional'],
  // Under `npm run --silent` it would not say what is wrong.
  ...['--loglevel', 'error'],
];

// The npm that runs this, as a script: Windows starts no npm.cmd without a shell.
const npm = process.env.npm_execpath;

async function listOf(service: string): Promise<{ text: string; components: Component[] }> {
  if (!npm) throw new Error('Run it as: npm run sbom');
  const { code, stdout, stderr } = await runProgram(process.execPath, [
    npm,
    ...packagesOf,
    '--prefix',
    root,
    '--workspace',
    `services/${service}`,
  ]);
  if (code !== 0) throw new Error(`npm sbom: ${stderr.trim()}`);
  const { components } = JSON.parse(stdout) as { components: Component[] };
  return { text: stdout, components };
}

await mkdir(folder, { recursive: true });
for (const service of ['api', 'web']) {
  const { text, components } = await listOf(service);
  await writeFile(join(folder, `${service}.cdx.json`), text);
  const refused = refusedLicences(components);
  process.stdout.write(
    `sbom/${service}.cdx.json: ${components.length} packages, ${refused.length || 'none'} with a licence that is not accepted\n`,
  );
  for (const line of refused) process.stdout.write(`  ${line}\n`);
  if (refused.length > 0 || components.length === 0) process.exitCode = 1;
}
