import type { StatementRecord } from '../db/database.ts'
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Range } from '../segment/range.ts'
import { DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import type { Outcome } from './accounting.ts'

export type Account = { at: number; what: Outcome; code: string; n: number }

type Asked = { siteId: number; range: Range; record?: (statement: StatementRecord) => void }

/** The accounts of the hours in the range, and which of the batches are in them: both of one instant. */
export async function accountsOf(
  db: Queryable,
  { siteId, range, record, batchIds }: Asked & { batchIds: readonly string[] },
): Promise<{ accounts: Account[]; settled: Set<string> }> {
  const rows = await db.query<{ hour: Date | null; what: Outcome; code: string; n: number }>(
    sql`/* usage.accounts */
SELECT hour, what, code, sum(n)::bigint AS n
FROM rum.accounting
WHERE site_id = ${siteId}
  AND hour >= ${new Date(range.from)}
  AND hour < ${new Date(range.to)}
GROUP BY hour, what, code
UNION ALL
SELECT NULL, 'settled', batch_id::text, 1
FROM rum.ingest_batch
WHERE site_id = ${siteId}
  AND batch_id = ANY (${batchIds}::uuid[])
UNION ALL
SELECT NULL, 'settled', batch_id::text, 1
FROM rum.counted_delivery
WHERE site_id = ${siteId}
  AND batch_id = ANY (${batchIds}::uuid[])`,
    record,
  )
  return {
    accounts: rows.flatMap(({ hour, ...row }) => (hour === null ? [] : [{ ...row, at: hour.getTime() }])),
    settled: new Set(rows.filter(({ hour }) => hour === null).map(({ code }) => code)),
  }
}

export type Loss = { senders: number; expected: number; missing: number }

/** What a sender sends after this long of silence fills its gap late. */
const SENDER_SILENT_MS = HOUR_MS
/** A page that says it has sent more batches than this tells no truth. */
const MOST_BATCHES = 100_000

/** What the numbers of batches say is missing, of clients whose first batch came in the range and that are silent now. */
export async function lossOf(
  db: Queryable,
  { siteId, range, now, record }: Asked & { now: number },
): Promise<Loss> {
  const [loss] = await db.query<Loss>(
    sql`/* usage.loss */
SELECT
  count(*) AS senders,
  coalesce(sum(expected), 0)::bigint AS expected,
  coalesce(sum(expected - arrived), 0)::bigint AS missing
FROM (
  SELECT max(number)::bigint + 1 AS expected, count(DISTINCT number) AS arrived
  FROM rum.ingest_batch
  WHERE site_id = ${siteId}
    AND at >= ${new Date(range.from - DAY_MS)}
    AND at < ${new Date(range.to + DAY_MS)}
    AND sender IS NOT NULL
    AND number < ${MOST_BATCHES}
  GROUP BY sender
  HAVING min(at) >= ${new Date(range.from)}
    AND min(at) < ${new Date(range.to)}
    AND max(at) < ${new Date(now - SENDER_SILENT_MS)}
) AS client`,
    record,
  )
  return loss ?? { senders: 0, expected: 0, missing: 0 }
}
