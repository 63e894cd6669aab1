/** `npm run openapi`: writes docs/openapi.json from the code, without a server and without a database. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadConfig } from './src/config.ts';
import { openDatabase } from './src/database/database.ts';
import { createServices } from './src/services.ts';

/** Where the document is kept. */
export const KEPT = join(import.meta.dirname, '../../docs/openapi.json');

/** The document as it is kept: what `/openapi.json` answers, to be read by people and compared by git. */
export async function document(): Promise<string> {
  // Nothing is asked of this database: connections open with the first query.
  const url = 'postgres://nobody@localhost/nothing';
  const config = loadConfig({ DATABASE_URL: url, JWT_SECRET: 'x'.repeat(32) });
  const database = openDatabase(url);
  const { app } = createServices(config, database, pino({ level: 'silent' }));
  const answer = await app.request('/openapi.json');
  await database.close();
  return `${JSON.stringify(await answer.json(), null, 2)}\n`;
}

if (import.meta.main) {
  const before = await readFile(KEPT, 'utf8').catch(() => '');
  const now = await document();
  if (now !== before) await writeFile(KEPT, now);
  console.log(
    `docs/openapi.json ${now === before ? 'is as it was' : 'is written: commit it with the change'}`,
  );
}
