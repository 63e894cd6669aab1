CREATE TABLE "changes" (
	"user_id" text NOT NULL,
	"id" integer NOT NULL,
	"action" text NOT NULL,
	"tasks" json NOT NULL,
	"undone" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "counters" ADD COLUMN "changes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "recurrence" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "next_id" integer;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "recurs_at" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "parent_id" integer;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_created" ON "changes" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent" FOREIGN KEY ("user_id","parent_id") REFERENCES "public"."tasks"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tasks_parent_id" ON "tasks" USING btree ("user_id","parent_id") WHERE parent_id is not null;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_not_own_parent" CHECK (parent_id <> id);--> statement-breakpoint
ALTER TABLE "changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "changes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY own_rows ON "changes"
  USING (user_id = current_setting('app.user_id', true))
  WITH CHECK (user_id = current_setting('app.user_id', true));--> statement-breakpoint
CREATE POLICY system_rows ON "changes" TO todo_system
  USING (current_user = 'todo_system')
  WITH CHECK (current_user = 'todo_system');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "changes" TO todo_app;--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON "changes" TO todo_system;--> statement-breakpoint
-- Text as it is searched: without case, accents, vowel signs and marks of direction, and with one form for each of the
-- letters and digits that Arabic, Persian and Urdu keyboards write in several.
CREATE FUNCTION search_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN octet_length(value) = char_length(value) THEN lower(value) ELSE
    translate(
      regexp_replace(
        lower(normalize(value, NFKD)),
        U&'[\0300-\036F\0610-\061A\0640\064B-\065F\0670\06D6-\06ED\200B-\200F\202A-\202E\2066-\2069]', '', 'g'),
      U&'\064A\0649\06D0\0643\0647\06BE\0629\06C0\06D5\06C2\06C3\06D2\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669',
      U&'\06CC\06CC\06CC\06A9\06C1\06C1\06C1\06C1\06C1\06C1\06C1\06CC01234567890123456789')
  END
$$;
