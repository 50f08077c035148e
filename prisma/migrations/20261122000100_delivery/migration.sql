-- Whose word a session goes by must not depend on the order in which batches arrive: of two batches that begin at one
-- instant the smaller id tells the context, and each attribute is of the batch that told it last.
ALTER TABLE rum.sessions
  ADD COLUMN context_batch uuid,
  ADD COLUMN attributes_told jsonb NOT NULL DEFAULT '{}';

COMMENT ON COLUMN rum.sessions.attributes_told IS
  'Who told each attribute: {"plan": "1763689100000 <batch id>"}. The greater text stays.';

-- The later teller of each attribute. Commutative and associative, and so is merge_attributes with it.
CREATE FUNCTION rum.merge_told(a jsonb, b jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT a || coalesce(jsonb_object_agg(key, value), '{}')
  FROM jsonb_each_text(b)
  WHERE a ->> key IS NULL OR value COLLATE "C" > (a ->> key) COLLATE "C"
$$;

CREATE FUNCTION rum.merge_attributes(a jsonb, a_told jsonb, b jsonb, b_told jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT a || coalesce(jsonb_object_agg(key, b -> key), '{}')
  FROM jsonb_each_text(b_told)
  WHERE a_told ->> key IS NULL OR value COLLATE "C" > (a_told ->> key) COLLATE "C"
$$;

-- As before, but variants of one instant stand in the order of their bytes, whatever the database's collation.
CREATE OR REPLACE FUNCTION rum.merge_flags(a jsonb, b jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT coalesce(jsonb_object_agg(key, first || jsonb_build_object('mixed', mixed)), '{}')
  FROM (
    SELECT
      key,
      (array_agg(value ORDER BY (value ->> 'at')::double precision, value ->> 'variant' COLLATE "C",
        (value ->> 'viewAt')::double precision))[1] AS first,
      bool_or((value ->> 'mixed')::boolean) OR count(DISTINCT value ->> 'variant') > 1 AS mixed
    FROM (SELECT * FROM jsonb_each(a) UNION ALL SELECT * FROM jsonb_each(b)) exposures
    GROUP BY key
  ) merged
$$;

-- What becomes of a dead letter:
--
--   kept ──asked──▶ asked ──stored──▶ replayed
--    ▲  └─dropped─▶ dropped  │
--    └────refused again──────┘  (tries + 1, the new reason)
--
-- A dropped letter loses its payload and stays as a count; `rows` is how many rows it holds or held, null where they
-- cannot be read.
ALTER TABLE rum.dead_letters
  ADD COLUMN rows integer,
  ADD COLUMN tries integer NOT NULL DEFAULT 0,
  ADD COLUMN tried_at timestamptz,
  ADD COLUMN replay_asked_at timestamptz,
  ADD COLUMN dropped_at timestamptz;

CREATE INDEX dead_letters_asked ON rum.dead_letters (site_id, id) WHERE replay_asked_at IS NOT NULL;
