-- Embed tokens: what signs them, and which of them were taken back.
CREATE TABLE "embed_secret" (
    "kid" TEXT NOT NULL,
    "site_id" INTEGER NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "embed_secret_pkey" PRIMARY KEY ("kid"),
    CONSTRAINT "embed_secret_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "embed_secret_site_id_idx" ON "embed_secret"("site_id");

-- A row is needed for as long as its token would still work, which is an hour at most.
CREATE TABLE "revoked_embed_token" (
    "site_id" INTEGER NOT NULL,
    "jti" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revoked_embed_token_pkey" PRIMARY KEY ("site_id", "jti"),
    CONSTRAINT "revoked_embed_token_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
