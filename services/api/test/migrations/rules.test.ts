/** Old processes serve while new ones migrate: no migration takes away or asks for what they do not know. */
import { describe, expect, it } from 'vitest';
import { migrations } from './files.ts';
import { breaking } from './rules.ts';

describe('a migration', () => {
  it.each(migrations())('%s lets the version before go on', (_, text) => {
    expect(breaking(text)).toEqual([]);
  });

  it.each([
    'DROP TABLE "tasks"',
    'ALTER TABLE "tasks" DROP COLUMN "title"',
    'ALTER TABLE "tasks" RENAME COLUMN "title" TO "name"',
    'ALTER TABLE "tasks" ALTER COLUMN "title" SET DATA TYPE varchar(9)',
    'ALTER TABLE "tasks" ALTER COLUMN "due_at" SET NOT NULL',
    'ALTER TABLE "tasks" ADD COLUMN "color" text NOT NULL',
    'ALTER TABLE "tasks" ADD CONSTRAINT "one" UNIQUE("title")',
    'CREATE UNIQUE INDEX "one" ON "tasks" USING btree ("title")',
    'REVOKE INSERT ON "tasks" FROM todo_app',
    'TRUNCATE "tasks"',
  ])('may not hold: %s', (statement) => {
    expect(breaking(`SELECT 1;--> statement-breakpoint\n${statement};`)).toHaveLength(1);
    expect(breaking(`-- second step: 0.2.0 has not used it\n${statement};`)).toEqual([]);
  });

  it.each([
    'ALTER TABLE "tasks" ADD COLUMN "color" text',
    'ALTER TABLE "tasks" ADD COLUMN "color" text DEFAULT \'\' NOT NULL',
    'CREATE TABLE "colors" ("id" text NOT NULL);--> statement-breakpoint\nCREATE UNIQUE INDEX "one" ON "colors" USING btree ("id")',
    'CREATE FUNCTION one() RETURNS void AS $$ BEGIN DROP TABLE x; END $$ LANGUAGE plpgsql',
  ])('may hold: %s', (statement) => {
    expect(breaking(`${statement};`)).toEqual([]);
  });
});
