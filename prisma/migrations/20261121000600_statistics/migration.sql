-- Gathers statistics of tables and chunks that have rows and were never looked at. The server does that by itself, but a
-- minute or more later: until then a join of views with their sessions is planned as if there were none of either, and
-- takes seconds instead of milliseconds. Every new day begins with such a chunk. Returns how many were looked at.
CREATE FUNCTION rum.analyze_new(least_rows bigint) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
  relation regclass;
  analyzed integer := 0;
BEGIN
  FOR relation IN
    SELECT c.oid
    FROM pg_class c
    LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
    WHERE c.relkind = 'r'
      AND (c.relnamespace = 'rum'::regnamespace OR i.inhparent IN ('rum.events'::regclass, 'rum.errors'::regclass))
      AND pg_stat_get_mod_since_analyze(c.oid) >= least_rows
      AND pg_stat_get_last_analyze_time(c.oid) IS NULL
      AND pg_stat_get_last_autoanalyze_time(c.oid) IS NULL
  LOOP
    EXECUTE format('ANALYZE %s', relation);
    analyzed := analyzed + 1;
  END LOOP;
  RETURN analyzed;
END
$$;
