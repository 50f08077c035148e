-- Pages that tell the public how a site is doing. What a page shows is settled here; its figures are asked of the site.
CREATE TABLE "status_page" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "components" JSONB NOT NULL,
    "theme" TEXT NOT NULL DEFAULT 'AUTO',
    "origins" TEXT[] NOT NULL DEFAULT '{}',
    "published" BOOLEAN NOT NULL DEFAULT false,
    "floor" INTEGER NOT NULL DEFAULT 20,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_page_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "status_page_floor_check" CHECK ("floor" >= 5),
    CONSTRAINT "status_page_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Addresses are for the public, which knows no sites.
CREATE UNIQUE INDEX "status_page_slug_key" ON "status_page"("slug");

CREATE INDEX "status_page_site_id_idx" ON "status_page"("site_id");

-- What people say about trouble, with everything they said since.
CREATE TABLE "incident" (
    "id" SERIAL NOT NULL,
    "page_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "components" TEXT[] NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "incident_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "status_page"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "incident_page_id_started_at_idx" ON "incident"("page_id", "started_at");

CREATE TABLE "incident_update" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_update_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "incident_update_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "incident_update_incident_id_at_idx" ON "incident_update"("incident_id", "at");
