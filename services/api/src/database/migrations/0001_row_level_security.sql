-- The second wall: whatever a query says, a transaction sees its own user's rows alone. Forced, so
-- that it holds for the tables' owner too. The roles are made before migrations run (roles.ts).
-- An absent or empty app.user_id matches no row.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'counters', 'tasks', 'conversations', 'messages', 'turns', 'turn_chunks', 'idempotency_keys', 'events'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_rows ON %I
         USING (user_id = current_setting(''app.user_id'', true))
         WITH CHECK (user_id = current_setting(''app.user_id'', true))', name);
    -- current_user, since the owner inherits what is granted to a role that it may become.
    EXECUTE format(
      'CREATE POLICY system_rows ON %I TO todo_system
         USING (current_user = ''todo_system'')
         WITH CHECK (current_user = ''todo_system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO todo_app', name);
    EXECUTE format('GRANT SELECT, UPDATE, DELETE ON %I TO todo_system', name);
  END LOOP;
END $$;
