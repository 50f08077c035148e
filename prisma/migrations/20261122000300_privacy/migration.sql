-- Who agreed to what, and when: what a site can show that it was allowed to measure. One row a change. No address, no
-- user agent, and as visitor only the id that the browser keeps with consent.
CREATE TABLE rum.consent_log (
  site_id integer NOT NULL,
  session_id uuid NOT NULL,
  visitor_id uuid,
  at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('granted', 'denied')),
  scope text[] NOT NULL,
  PRIMARY KEY (site_id, session_id, at, state)
);

CREATE INDEX consent_log_site_at ON rum.consent_log (site_id, at DESC, session_id DESC);
CREATE INDEX consent_log_visitor ON rum.consent_log (site_id, visitor_id) WHERE visitor_id IS NOT NULL;
CREATE INDEX consent_log_received ON rum.consent_log USING brin (received_at);

-- The salt of a UTC day, with which visitors without an id are told apart on that day. Once it is gone nobody can tell
-- which address made an id. It lies outside of schema rum, which sightline_reader may read.
CREATE TABLE "visitor_salt" (
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "visitor_salt_pkey" PRIMARY KEY ("day")
);

-- Why a session is taken for a bot: the mark, or that the site says so. Null for people, and for bots of before.
ALTER TABLE rum.sessions ADD COLUMN bot_reason text;
