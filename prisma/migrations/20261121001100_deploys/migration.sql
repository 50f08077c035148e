-- When which version went live, as pipelines tell it: beside the first view of a release, which comes later or never.
CREATE TABLE "deploy" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "url" TEXT,
    "by" TEXT NOT NULL,

    CONSTRAINT "deploy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "deploy_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A pipeline that is run again tells the same deploy again.
CREATE UNIQUE INDEX "deploy_site_id_at_environment_version_key" ON "deploy"("site_id", "at", "environment", "version");
