-- What people asked to have forgotten, and the receipts. The subject is held until it is done and is null afterwards:
-- the digest tells whoever knows it that it was this one.
CREATE TABLE rum.erasures (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  site_id integer NOT NULL,
  kind text NOT NULL,
  attribute text,
  value text,
  digest bytea NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  -- Those who wrote before they could know of it have an older one, and are waited for.
  requested_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- What it reached for is looked for once more when all those are done.
  rounds smallint NOT NULL DEFAULT 0,
  done_at timestamptz,
  erased_sessions uuid[] NOT NULL DEFAULT '{}',
  sessions integer NOT NULL DEFAULT 0,
  events bigint NOT NULL DEFAULT 0,
  errors bigint NOT NULL DEFAULT 0,
  dead_letters integer NOT NULL DEFAULT 0
);

CREATE INDEX erasures_site_requested ON rum.erasures (site_id, requested_at DESC, id DESC);
CREATE INDEX erasures_open ON rum.erasures (site_id) WHERE done_at IS NULL;

-- What still arrives of those is not stored: digests of visitors, sessions and users, for as long as batches may be late.
CREATE TABLE rum.erased_subjects (
  site_id integer NOT NULL,
  digest bytea NOT NULL,
  kind text NOT NULL,
  attribute text,
  at timestamptz NOT NULL,
  PRIMARY KEY (site_id, digest)
);

CREATE INDEX sessions_site_visitor ON rum.sessions (site_id, visitor_id);
