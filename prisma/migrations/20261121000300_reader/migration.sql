-- The role in which figures are read: SELECT on the tables of schema rum, nothing in public. Roles belong to the whole
-- cluster: another database may have made it, or be making it now. Where it cannot be made, reading stays bound by
-- default_transaction_read_only alone.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sightline_reader') THEN
    CREATE ROLE sightline_reader NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL;
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'role sightline_reader cannot be made (%): grant CREATEROLE, or make it and run this again', SQLERRM;
END
$$;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sightline_reader') THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA rum TO sightline_reader;
  GRANT SELECT ON ALL TABLES IN SCHEMA rum TO sightline_reader;
  ALTER DEFAULT PRIVILEGES IN SCHEMA rum GRANT SELECT ON TABLES TO sightline_reader;
  IF NOT pg_has_role(current_user, 'sightline_reader', 'MEMBER') THEN
    GRANT sightline_reader TO CURRENT_USER;
  END IF;
EXCEPTION
  WHEN insufficient_privilege OR unique_violation THEN
    RAISE NOTICE 'role sightline_reader cannot be granted (%): reading is bound by default_transaction_read_only alone', SQLERRM;
END
$$;
