-- What is watched, and when nobody is to be told.
CREATE TABLE "alert_rule" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "where" JSONB,
    "split" TEXT,
    "split_key" TEXT,
    "severity" TEXT NOT NULL,
    "min_sample" INTEGER NOT NULL,
    "times" INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    "escalate_after_ms" INTEGER,
    "channel_ids" INTEGER[],
    "escalation_channel_ids" INTEGER[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "alert_rule_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "alert_rule_site_id_name_key" ON "alert_rule"("site_id", "name");

CREATE TABLE "silence" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "rule_id" INTEGER,
    "segment" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "silence_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "silence_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "silence_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "alert_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "silence_site_id_to_idx" ON "silence"("site_id", "to");

CREATE TABLE "maintenance_window" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "rule_id" INTEGER,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "weekdays" INTEGER[],
    "starts_at" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "maintenance_window_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "maintenance_window_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "maintenance_window_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "alert_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "maintenance_window_site_id_idx" ON "maintenance_window"("site_id");

-- Up to which moment a rule is evaluated. Whoever evaluates holds this row, so that no moment is evaluated twice.
CREATE TABLE rum.alert_progress (
  evaluated_until timestamptz NOT NULL,
  site_id integer NOT NULL,
  rule_id integer NOT NULL,
  -- Why the last evaluation found nothing; null: it found something.
  problem text,
  PRIMARY KEY (site_id, rule_id)
);

-- The state of each segment of a rule. `segment` is '' for a rule that is not split, else the key of the part as JSON.
CREATE TABLE rum.alert_states (
  at timestamptz NOT NULL,
  since timestamptz NOT NULL,
  alert_id bigint,
  site_id integer NOT NULL,
  rule_id integer NOT NULL,
  rule_version integer NOT NULL,
  recovered integer NOT NULL,
  phase text NOT NULL,
  segment text NOT NULL,
  frozen text,
  -- Epoch ms of the bad ones among the last evaluations.
  bad double precision[] NOT NULL,
  reading jsonb,
  PRIMARY KEY (site_id, rule_id, segment)
);

-- Each time that something was wrong, from firing to resolution, with what the rule was called and told by then.
CREATE TABLE rum.alerts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz(3) NOT NULL,
  escalated_at timestamptz(3),
  resolved_at timestamptz(3),
  changed_at timestamptz(3) NOT NULL,
  site_id integer NOT NULL,
  rule_id integer NOT NULL,
  state text NOT NULL,
  -- The state up to which everything is told, or never will be; null: nothing yet.
  told text,
  ended_by text,
  segment text NOT NULL,
  dimension text,
  rule_name text NOT NULL,
  severity text NOT NULL,
  channel_ids integer[] NOT NULL,
  escalation_channel_ids integer[] NOT NULL,
  reading jsonb NOT NULL,
  question jsonb NOT NULL
);

-- One alert for each rule and segment at a time: a second one cannot fire before the first is resolved.
CREATE UNIQUE INDEX alerts_open ON rum.alerts (site_id, rule_id, segment) WHERE resolved_at IS NULL;
CREATE INDEX alerts_site_started ON rum.alerts (site_id, started_at DESC, id DESC);
CREATE INDEX alerts_untold ON rum.alerts (site_id, rule_id) WHERE told IS DISTINCT FROM state;

-- What was to be told of an alert, and what held it back.
CREATE TABLE rum.alert_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  told_at timestamptz(3),
  alert_id bigint NOT NULL,
  site_id integer NOT NULL,
  change text NOT NULL,
  held_by text
);

CREATE INDEX alert_events_site_created ON rum.alert_events (site_id, created_at DESC);
CREATE INDEX alert_events_alert ON rum.alert_events (site_id, alert_id);
