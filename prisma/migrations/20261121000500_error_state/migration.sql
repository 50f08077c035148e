-- What people decided about groups of errors. A group without a row is open.
CREATE TABLE "error_state" (
    "site_id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "release" TEXT,
    "until" TIMESTAMPTZ(3),
    "count" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "error_state_pkey" PRIMARY KEY ("site_id", "fingerprint"),
    CONSTRAINT "error_state_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
