/** `npm run openapi` ends here: writes the types of docs/openapi.json that web's client goes by. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import generate, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../docs/openapi.json', import.meta.url);
/** Where web has them. */
export const TYPES = fileURLToPath(new URL('../../services/web/src/api-client/schema.d.ts', import.meta.url));

interface Document {
  paths: Record<string, Record<string, { responses?: Record<string, { headers?: object }> }>>;
}

/** What the document says, as TypeScript. */
export async function types(): Promise<string> {
  const document: Document = JSON.parse(await readFile(DOCUMENT, 'utf8'));
  for (const operation of Object.values(document.paths).flatMap(Object.values)) leaveOut(operation);
  const nodes = await generate(JSON.stringify(document), {
    alphabetize: true,
    // Whoever asks may leave out what has a default.
    defaultNonNullable: false,
  });
  return `// Generated from docs/openapi.json by \`npm run openapi\`.\n${astToString(nodes)}`;
}

/** Every error has the one shape of a problem, and headers are read as text: neither needs a type for each route. */
function leaveOut({ responses = {} }: Document['paths'][string][string]): void {
  for (const [status, answer] of Object.entries(responses)) {
    if (Number(status) >= 400) delete responses[status];
    else delete answer.headers;
  }
}

if (import.meta.main) {
  const before = await readFile(TYPES, 'utf8').catch(() => '');
  const now = await types();
  if (now !== before) await writeFile(TYPES, now);
  const state = now === before ? 'is as it was' : 'is written: commit it with the change';
  console.log(`services/web/src/api-client/schema.d.ts ${state}`);
}
