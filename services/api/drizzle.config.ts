import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/database/account-tables.ts',
    './src/database/schema.ts',
    './src/database/change-journal.ts',
  ],
  out: './src/database/migrations',
});
