-- What became of everything that was sent: one row a site, hour of arrival, outcome and code. Appended without looking at
-- what is there, so that no two transactions wait for each other; compaction sums up what was appended.
CREATE TABLE rum.accounting (
  hour timestamptz NOT NULL,
  n bigint NOT NULL,
  site_id integer NOT NULL,
  summed boolean NOT NULL DEFAULT false,
  what text NOT NULL,
  code text NOT NULL
);

CREATE INDEX accounting_site_hour ON rum.accounting (site_id, hour);
CREATE INDEX accounting_appended ON rum.accounting (site_id, hour) WHERE NOT summed;

-- `delivery` is one arrival of the batch at the collector: a job that runs twice brings the same, a client that sends again
-- another one. `sender` and `number` are the client's own count of its batches: a gap is loss.
ALTER TABLE rum.ingest_batch
  ADD COLUMN delivery uuid,
  ADD COLUMN sender uuid,
  ADD COLUMN number integer;

-- Deliveries that are counted though `rum.ingest_batch` does not name them: batches that came again, and batches that are
-- dead letters as a whole.
CREATE TABLE rum.counted_delivery (
  site_id integer NOT NULL,
  batch_id uuid NOT NULL,
  delivery uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, batch_id, delivery)
);

CREATE INDEX counted_delivery_at ON rum.counted_delivery USING brin (at);

-- How many events a site may send a day; null: any number.
ALTER TABLE site ADD COLUMN events_a_day integer;

-- The values that are kept apart of what has a cap (pages, keys, names): beyond it they are `other`. `seen` is the last day.
CREATE TABLE rum.kept_value (
  site_id integer NOT NULL,
  what text NOT NULL,
  value text NOT NULL,
  seen date NOT NULL,
  PRIMARY KEY (site_id, what, value)
);
