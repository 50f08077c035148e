-- Where notices are sent to.
CREATE TABLE "channel" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "secret" TEXT,
    "old_secret" TEXT,
    "old_secret_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "channel_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "channel_site_id_name_key" ON "channel"("site_id", "name");

-- The outbox: a row for each notice and channel, written in the transaction that makes the notice true, so that there is
-- one if and only if there is the other. A row whose channel is gone stays as a record and is never sent.
CREATE TABLE rum.deliveries (
  -- What the receiver sees as webhook-id: the same in every try.
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- When it is tried next; null once it is DELIVERED or DEAD.
  next_at timestamptz,
  last_at timestamptz,
  site_id integer NOT NULL,
  channel_id integer NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'WAITING',
  key text NOT NULL,
  answer text,
  notice jsonb NOT NULL,
  UNIQUE (site_id, channel_id, key)
);

CREATE INDEX deliveries_due ON rum.deliveries (site_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX deliveries_site_created ON rum.deliveries (site_id, created_at DESC, id DESC);
