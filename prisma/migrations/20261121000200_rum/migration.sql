-- What visitors lived through. One row a thing that happened; the vitals that one report brings for a view are one row,
-- which is 3.6 times smaller than a row each. Dimensions that a session shares (region, referrer, utm …) are on the
-- session; those that most questions ask for are repeated here, so that no join is needed.
CREATE TABLE rum.events (
  time timestamptz NOT NULL,
  value double precision,
  duration double precision,
  lcp double precision,
  inp double precision,
  cls double precision,
  fcp double precision,
  ttfb double precision,
  site_id integer NOT NULL,
  seq integer NOT NULL,
  weight real NOT NULL,
  kind smallint NOT NULL,
  revision smallint,
  bot boolean NOT NULL,
  session_id uuid NOT NULL,
  view_id uuid,
  visitor_id uuid NOT NULL,
  page text,
  navigation text,
  country text,
  device text,
  browser text,
  os text,
  release text,
  environment text,
  name text,
  outcome text,
  detail jsonb
);

SELECT rum.make_hypertable('rum.events');

CREATE INDEX events_site_kind_time ON rum.events (site_id, kind, time DESC);
-- Sessions come in runs, so deduplication keeps this at about 10 bytes a row. It serves timelines and revised vitals.
CREATE INDEX events_session ON rum.events (session_id);

CREATE TABLE rum.errors (
  time timestamptz NOT NULL,
  site_id integer NOT NULL,
  seq integer NOT NULL,
  weight real NOT NULL,
  bot boolean NOT NULL,
  handled boolean NOT NULL,
  session_id uuid NOT NULL,
  view_id uuid,
  visitor_id uuid NOT NULL,
  page text,
  navigation text,
  country text,
  device text,
  browser text,
  os text,
  release text,
  environment text,
  source text NOT NULL,
  fingerprint text NOT NULL,
  type text,
  message text NOT NULL,
  stack text,
  detail jsonb
);

SELECT rum.make_hypertable('rum.errors');

CREATE INDEX errors_site_time ON rum.errors (site_id, time DESC);
CREATE INDEX errors_site_fingerprint_time ON rum.errors (site_id, fingerprint, time DESC);
CREATE INDEX errors_session ON rum.errors (session_id);

-- One row a session, upserted. Room in each page keeps most updates on it (heap-only tuples).
CREATE TABLE rum.sessions (
  site_id integer NOT NULL,
  session_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  context_at timestamptz NOT NULL,
  entry_at timestamptz,
  exit_at timestamptz,
  views integer NOT NULL,
  errors integer NOT NULL,
  unhandled_errors integer NOT NULL,
  interactions integer NOT NULL,
  frustrations integer NOT NULL,
  weight real NOT NULL,
  bot boolean NOT NULL,
  revised boolean NOT NULL,
  entry_page text,
  exit_page text,
  country text,
  region text,
  city text,
  device text,
  browser text,
  browser_version text,
  os text,
  language text,
  connection text,
  referrer text,
  utm_source text,
  utm_medium text,
  utm_campaign text,
  release text,
  environment text,
  flags jsonb NOT NULL,
  attributes jsonb NOT NULL,
  PRIMARY KEY (site_id, session_id)
) WITH (fillfactor = 70);

CREATE INDEX sessions_site_started ON rum.sessions (site_id, started_at DESC, session_id DESC);

-- The variant that a session saw first, by flag: {"flag": {"variant": "on", "at": 1763689100000, "mixed": false}}.
-- Merging is commutative and associative, so batches may arrive in any order.
CREATE FUNCTION rum.merge_flags(a jsonb, b jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT coalesce(jsonb_object_agg(key, first || jsonb_build_object('mixed', mixed)), '{}')
  FROM (
    SELECT
      key,
      (array_agg(value ORDER BY (value ->> 'at')::double precision, value ->> 'variant'))[1] AS first,
      bool_or((value ->> 'mixed')::boolean) OR count(DISTINCT value ->> 'variant') > 1 AS mixed
    FROM (SELECT * FROM jsonb_each(a) UNION ALL SELECT * FROM jsonb_each(b)) exposures
    GROUP BY key
  ) merged
$$;

-- Distributions by hour and by day: one row for each cube, key, population, environment, weight and metric, holding the
-- non-empty bins of a DDSketch as two arrays. A row a bin would not compress at all; arrays are 12 to 180 times smaller.
-- n counts what was measured; what it stands for is n · weight. In a key, '' is what is unknown or not part of the cube.
CREATE TABLE rum.rollup_delta (
  bucket timestamptz NOT NULL,
  sum double precision NOT NULL,
  min double precision,
  max double precision,
  site_id integer NOT NULL,
  n integer NOT NULL,
  good integer NOT NULL,
  poor integer NOT NULL,
  weight real NOT NULL,
  cube smallint NOT NULL,
  metric smallint NOT NULL,
  population smallint NOT NULL,
  environment text NOT NULL,
  k1 text NOT NULL,
  k2 text NOT NULL,
  bins smallint[] NOT NULL,
  counts integer[] NOT NULL
);

CREATE TABLE rum.rollup_hour (LIKE rum.rollup_delta);
CREATE TABLE rum.rollup_day (LIKE rum.rollup_delta);

CREATE INDEX rollup_delta_site ON rum.rollup_delta (site_id, cube, metric, bucket);
CREATE INDEX rollup_hour_bucket ON rum.rollup_hour (site_id, cube, metric, bucket);
CREATE INDEX rollup_day_bucket ON rum.rollup_day (site_id, cube, metric, bucket);
CREATE UNIQUE INDEX rollup_hour_key ON rum.rollup_hour
  (site_id, cube, metric, k1, k2, bucket, population, environment, weight);
CREATE UNIQUE INDEX rollup_day_key ON rum.rollup_day
  (site_id, cube, metric, k1, k2, bucket, population, environment, weight);

-- Batches whose effect is stored. Written in the same transaction as the events, so a batch sent twice counts once.
CREATE TABLE rum.ingest_batch (
  site_id integer NOT NULL,
  batch_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  rows integer NOT NULL,
  PRIMARY KEY (site_id, batch_id)
);

CREATE INDEX ingest_batch_at ON rum.ingest_batch USING brin (at);

-- What could not be stored, with the reason and enough to store it later.
CREATE TABLE rum.dead_letters (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  site_id integer,
  batch_id uuid,
  code text NOT NULL,
  reason text NOT NULL,
  payload jsonb NOT NULL,
  replayed_at timestamptz
);

CREATE INDEX dead_letters_site_at ON rum.dead_letters (site_id, at DESC);
