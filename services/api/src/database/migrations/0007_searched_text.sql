-- A task's text as it is searched, kept beside it: to make it anew for each search takes a second where somebody has
-- 20,000 tasks. The title, then what is not the title, apart. Null where a process of the version before wrote it
-- before this column was there: filled after the start, so that nothing is locked meanwhile (kept-text.ts).
ALTER TABLE "tasks" ADD COLUMN "searched" text;--> statement-breakpoint
CREATE FUNCTION searched_text(title text, description text, tags text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_text(title || chr(31) || description || ' ' || array_to_string(tags, ' '))
$$;--> statement-breakpoint
CREATE FUNCTION keep_searched_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.searched := searched_text(NEW.title, NEW.description, NEW.tags);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER tasks_searched BEFORE INSERT OR UPDATE OF title, description, tags ON tasks
  FOR EACH ROW EXECUTE FUNCTION keep_searched_text();
