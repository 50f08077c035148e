-- The verbs in which TimescaleDB and plain PostgreSQL differ. Everything else speaks one SQL.

CREATE SCHEMA rum;

-- TimescaleDB where the server offers it and the role may install it. Without it the same tables serve, unchunked.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb') THEN
    CREATE EXTENSION IF NOT EXISTS timescaledb;
  END IF;
EXCEPTION
  WHEN insufficient_privilege OR feature_not_supported OR object_not_in_prerequisite_state THEN
    RAISE NOTICE 'timescaledb is offered but cannot be installed (%): plain tables are used', SQLERRM;
END
$$;

CREATE FUNCTION rum.has_timescale() RETURNS boolean
LANGUAGE sql STABLE
AS $$ SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') $$;

-- Makes a table a hypertable with chunks of a day; without TimescaleDB it stays the table it is.
CREATE FUNCTION rum.make_hypertable(relation regclass) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  IF rum.has_timescale() THEN
    EXECUTE format(
      'SELECT create_hypertable(%L::regclass, by_range(''time'', INTERVAL ''1 day''), create_default_indexes => false)',
      relation::text
    );
  END IF;
END
$$;

-- Drops what lies wholly before the moment: chunks of a hypertable, rows of a plain table. Returns how many of either.
CREATE FUNCTION rum.drop_before(relation regclass, moment timestamptz) RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
  dropped bigint;
BEGIN
  IF rum.has_timescale() THEN
    EXECUTE format('SELECT count(*) FROM drop_chunks(%L::regclass, older_than => %L::timestamptz)', relation::text, moment)
      INTO dropped;
  ELSE
    EXECUTE format('DELETE FROM %s WHERE time < %L::timestamptz', relation, moment);
    GET DIAGNOSTICS dropped = ROW_COUNT;
  END IF;
  RETURN dropped;
END
$$;
