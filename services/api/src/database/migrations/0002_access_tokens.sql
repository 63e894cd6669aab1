CREATE TABLE "access_tokens" (
	"user_id" text NOT NULL,
	"id" integer NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "access_tokens_user_id_id_pk" PRIMARY KEY("user_id","id"),
	CONSTRAINT "access_tokens_name" CHECK (char_length(name) between 1 and 100),
	CONSTRAINT "access_tokens_scopes" CHECK (scopes <@ array['read', 'write'] and cardinality(scopes) > 0)
);
--> statement-breakpoint
ALTER TABLE "counters" ADD COLUMN "access_tokens" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash" ON "access_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "access_tokens_expires" ON "access_tokens" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "access_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "access_tokens" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY own_rows ON "access_tokens"
  USING (user_id = current_setting('app.user_id', true))
  WITH CHECK (user_id = current_setting('app.user_id', true));--> statement-breakpoint
CREATE POLICY system_rows ON "access_tokens" TO todo_system
  USING (current_user = 'todo_system')
  WITH CHECK (current_user = 'todo_system');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "access_tokens" TO todo_app;--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON "access_tokens" TO todo_system;
