-- Funnels that were saved, as the input they were saved with.
CREATE TABLE "funnel" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "funnel_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "funnel_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "funnel_site_id_name_key" ON "funnel"("site_id", "name");

-- A sixteenth of the visitors by a hash of their ids, which need not be random. Only their events are in it, so it costs
-- 2.2 bytes a row of the table, and a first answer about 4 million events comes from 250,000 instead.
CREATE INDEX events_sample ON rum.events (site_id, kind, time DESC) WHERE uuid_hash(visitor_id) & 15 = 0;
