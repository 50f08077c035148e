/**
 * Moves rollup deltas into the rows of their hour and their day, site by site, one compaction at a time. Deltas go and
 * rows come in one transaction, so a query that reads all three sees every value once, before, during and after.
 */
import type { Database, Transaction } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { mergeInto } from '../../api/segment/merge.ts'
import { DAY_MS, type RollupRow } from '../../api/segment/rollups.ts'
import { ROLLUP_COLUMN_NAMES, encodeRollups } from '../ingest/encode-rollups.ts'

type StoredRow = {
  bucket: Date
  sum: number
  min: number | null
  max: number | null
  site_id: number
  n: number
  good: number
  poor: number
  weight: number
  cube: number
  metric: number
  population: number
  environment: string
  k1: string
  k2: string
  bins: number[]
  counts: number[]
}

/** Bounds the memory and the length of one transaction. */
const DELTAS_AT_ONCE = 50_000

/** Compacts every site that has deltas. Returns how many deltas were moved. */
export async function compact(db: Database): Promise<number> {
  const sites = await db.query<{ site_id: number }>(sql`/* compaction.sites */
SELECT id AS site_id
FROM site
WHERE EXISTS (SELECT FROM rum.rollup_delta d WHERE d.site_id = site.id)`)
  let moved = 0
  for (const { site_id: siteId } of sites) {
    for (let last = DELTAS_AT_ONCE; last === DELTAS_AT_ONCE; moved += last) {
      last = await db.transaction((transaction) => compactSome(transaction, siteId))
    }
  }
  return moved
}

/** Waits until nobody else compacts the site, and keeps others from it until the transaction ends. */
export async function lockCompaction(transaction: Transaction, siteId: number): Promise<void> {
  await transaction.query(sql`/* compaction.lock */
SELECT pg_advisory_xact_lock(hashtext('sightline.compaction'), ${siteId}::integer)`)
}

async function compactSome(transaction: Transaction, siteId: number): Promise<number> {
  const [lock] = await transaction.query<{ taken: boolean }>(sql`/* compaction.tryLock */
SELECT pg_try_advisory_xact_lock(hashtext('sightline.compaction'), ${siteId}::integer) AS taken`)
  return lock?.taken === true ? moveSome(transaction, siteId) : 0
}

/** Moves all deltas of the site within one transaction. The caller holds the lock. */
export async function compactDeltas(transaction: Transaction, siteId: number): Promise<void> {
  while ((await moveSome(transaction, siteId)) === DELTAS_AT_ONCE);
}

async function moveSome(transaction: Transaction, siteId: number): Promise<number> {
  const deltas = await transaction.query<StoredRow>(sql`/* compaction.takeDeltas */
DELETE FROM rum.rollup_delta
WHERE site_id = ${siteId}
  AND ctid = ANY (ARRAY(SELECT ctid FROM rum.rollup_delta WHERE site_id = ${siteId} LIMIT ${DELTAS_AT_ONCE}))
RETURNING ${COLUMNS}`)
  if (deltas.length === 0) return 0
  const rows = deltas.map(toRollup)
  await mergeTable(transaction, 'rum.rollup_hour', rows)
  await mergeTable(
    transaction,
    'rum.rollup_day',
    rows.map((row) => ({ ...row, bucket: Math.floor(row.bucket / DAY_MS) * DAY_MS })),
  )
  return deltas.length
}

const COLUMNS = sql`bucket, sum, min, max, site_id, n, good, poor, weight, cube, metric, population, environment, k1, k2, bins, counts`
const TABLES = { 'rum.rollup_hour': sql`rum.rollup_hour`, 'rum.rollup_day': sql`rum.rollup_day` }

/** Takes out the rows that have these keys, merges, and puts all back: two statements, however many keys. */
async function mergeTable(
  transaction: Transaction,
  table: keyof typeof TABLES,
  added: readonly RollupRow[],
): Promise<void> {
  const merged = mergedByKey(added)
  const keys = [...merged.values()]
  const stored = await transaction.query<StoredRow>(sql`/* compaction.takeStored */
DELETE FROM ${TABLES[table]} stored
USING unnest(
  ${keys.map(({ siteId }) => siteId)}::integer[],
  ${keys.map(({ cube }) => cube)}::smallint[],
  ${keys.map(({ metric }) => metric)}::smallint[],
  ${keys.map(({ k1 }) => k1)}::text[],
  ${keys.map(({ k2 }) => k2)}::text[],
  ${keys.map(({ bucket }) => new Date(bucket))}::timestamptz[],
  ${keys.map(({ population }) => population)}::smallint[],
  ${keys.map(({ environment }) => environment)}::text[],
  ${keys.map(({ weight }) => weight)}::real[]
) AS wanted (site_id, cube, metric, k1, k2, bucket, population, environment, weight)
WHERE stored.site_id = wanted.site_id
  AND stored.cube = wanted.cube
  AND stored.metric = wanted.metric
  AND stored.k1 = wanted.k1
  AND stored.k2 = wanted.k2
  AND stored.bucket = wanted.bucket
  AND stored.population = wanted.population
  AND stored.environment = wanted.environment
  AND stored.weight = wanted.weight
RETURNING ${STORED_COLUMNS}`)
  for (const row of stored) merge(merged, toRollup(row))
  const kept = [...merged.values()].filter(({ n, bins }) => n !== 0 || bins.size > 0)
  if (kept.length > 0) await transaction.copy(table, ROLLUP_COLUMN_NAMES, [encodeRollups(kept)])
}

const STORED_COLUMNS = sql`stored.bucket, stored.sum, stored.min, stored.max, stored.site_id, stored.n, stored.good, stored.poor,
  stored.weight, stored.cube, stored.metric, stored.population, stored.environment, stored.k1, stored.k2, stored.bins, stored.counts`

/** Rows of the same key as one. */
export function mergeRows(rows: readonly RollupRow[]): RollupRow[] {
  return [...mergedByKey(rows).values()]
}

function mergedByKey(rows: readonly RollupRow[]): Map<string, RollupRow> {
  const merged = new Map<string, RollupRow>()
  for (const row of rows) merge(merged, row)
  return merged
}

function merge(rows: Map<string, RollupRow>, row: RollupRow): void {
  const { siteId, cube, metric, population, environment, weight, bucket, k1, k2 } = row
  const key = JSON.stringify([siteId, cube, metric, population, environment, weight, bucket, k1, k2])
  const known = rows.get(key)
  if (known === undefined) rows.set(key, { ...row, bins: new Map(row.bins) })
  else mergeInto(known, row)
}

function toRollup(row: StoredRow): RollupRow {
  return {
    siteId: row.site_id,
    cube: row.cube,
    metric: row.metric,
    population: row.population,
    environment: row.environment,
    k1: row.k1,
    k2: row.k2,
    weight: Math.fround(row.weight),
    bucket: row.bucket.getTime(),
    n: row.n,
    sum: row.sum,
    min: row.min,
    max: row.max,
    good: row.good,
    poor: row.poor,
    bins: new Map(row.bins.map((bin, i) => [bin, row.counts[i] ?? 0])),
  }
}
