CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revocations" (
	"credential" text PRIMARY KEY NOT NULL,
	"revoked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "time_zone_chosen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "language" text;--> statement-breakpoint
CREATE INDEX "limits_expire" ON "limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "revocations_revoked" ON "revocations" USING btree ("revoked_at");--> statement-breakpoint
-- Whatever ends a session or an access token before its time (a person, a new password, the end of the account), every
-- process hears of it. As the owner: whose rows they were may not touch this table.
CREATE FUNCTION tell_revoked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text;
BEGIN
  IF OLD.expires_at > now() THEN
    name := CASE TG_TABLE_NAME
      WHEN 'sessions' THEN 'session:' || OLD.id
      ELSE 'access-token:' || OLD.user_id || '/' || OLD.id
    END;
    INSERT INTO revocations (credential) VALUES (name) ON CONFLICT DO NOTHING;
    PERFORM pg_notify('revocations', name);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER sessions_revoked AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_revoked();--> statement-breakpoint
CREATE TRIGGER access_tokens_revoked AFTER DELETE ON access_tokens FOR EACH ROW EXECUTE FUNCTION tell_revoked();
