CREATE TABLE "approvals" (
	"user_id" text NOT NULL,
	"conversation_id" integer NOT NULL,
	"turn_id" integer NOT NULL,
	"calls" jsonb NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approvals_user_id_conversation_id_turn_id_pk" PRIMARY KEY("user_id","conversation_id","turn_id"),
	CONSTRAINT "approvals_status" CHECK (status in ('pending', 'decided', 'lapsed'))
);
--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_turn" FOREIGN KEY ("user_id","conversation_id","turn_id") REFERENCES "public"."turns"("user_id","conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approvals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY own_rows ON "approvals"
  USING (user_id = current_setting('app.user_id', true))
  WITH CHECK (user_id = current_setting('app.user_id', true));--> statement-breakpoint
CREATE POLICY system_rows ON "approvals" TO todo_system
  USING (current_user = 'todo_system')
  WITH CHECK (current_user = 'todo_system');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "approvals" TO todo_app;--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON "approvals" TO todo_system;
