-- Identity and settings. Prisma reads and writes these; schema.prisma says what each is for.

CREATE TABLE "site" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "origins" TEXT[],
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "site_slug_key" ON "site"("slug");

CREATE TABLE "write_key" (
    "key" TEXT NOT NULL,
    "site_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "write_key_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "write_key_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "write_key_site_id_idx" ON "write_key"("site_id");

CREATE TABLE "api_token" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'api',
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "all_sites" BOOLEAN NOT NULL DEFAULT false,
    "parent_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "api_token_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");
CREATE INDEX "api_token_parent_id_idx" ON "api_token"("parent_id");

CREATE TABLE "_ApiTokenToSite" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_ApiTokenToSite_AB_pkey" PRIMARY KEY ("A", "B"),
    CONSTRAINT "_ApiTokenToSite_A_fkey" FOREIGN KEY ("A") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_ApiTokenToSite_B_fkey" FOREIGN KEY ("B") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "_ApiTokenToSite_B_index" ON "_ApiTokenToSite"("B");

CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);
