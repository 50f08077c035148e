-- Service level objectives, as the input they were saved with, and what OpenSLO says besides: as
-- JSON and not JSONB, so that its keys are written again in their order.
CREATE TABLE "slo" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "definition" JSONB NOT NULL,
    "open_slo" JSON NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slo_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "slo_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "slo_site_id_name_key" ON "slo"("site_id", "name");
