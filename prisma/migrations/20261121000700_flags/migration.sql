-- What people decided about a feature flag: which variant is the control, how visitors were meant to be split, what must
-- not get worse. Which variants there are is seen in the sessions.
CREATE TABLE "flag" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "owner" TEXT,
    "channel_ids" INTEGER[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "flag_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "flag_site_id_key_key" ON "flag"("site_id", "key");

-- An exposure also tells when the view began in which the flag was evaluated: {"flag": {"variant": "on", "at":
-- 1763689100000, "viewAt": 1763689099000, "mixed": false}}. Of two that are alike but for that the earlier stays, so that
-- merging is still commutative and associative.
CREATE OR REPLACE FUNCTION rum.merge_flags(a jsonb, b jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT coalesce(jsonb_object_agg(key, first || jsonb_build_object('mixed', mixed)), '{}')
  FROM (
    SELECT
      key,
      (array_agg(value ORDER BY (value ->> 'at')::double precision, value ->> 'variant',
        (value ->> 'viewAt')::double precision))[1] AS first,
      bool_or((value ->> 'mixed')::boolean) OR count(DISTINCT value ->> 'variant') > 1 AS mixed
    FROM (SELECT * FROM jsonb_each(a) UNION ALL SELECT * FROM jsonb_each(b)) exposures
    GROUP BY key
  ) merged
$$;
