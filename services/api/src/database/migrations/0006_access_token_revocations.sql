-- An access token is named by its hash, which says nothing of whose it was: the account may be gone with it.
CREATE OR REPLACE FUNCTION tell_revoked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text;
BEGIN
  IF OLD.expires_at > now() THEN
    IF TG_TABLE_NAME = 'sessions' THEN
      name := 'session:' || OLD.id;
    ELSE
      name := 'access-token:' || OLD.hash;
    END IF;
    INSERT INTO revocations (credential) VALUES (name) ON CONFLICT DO NOTHING;
    PERFORM pg_notify('revocations', name);
  END IF;
  RETURN NULL;
END $$;
